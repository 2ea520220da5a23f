package org.busbar.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;

/** A user as clients see it: in an order that does not change. */
record UserView(String name, List<String> roles, List<String> tenants, boolean active, Instant since) {

    static UserView of(User user) {
        return new UserView(
                user.name(),
                names(user.roles()),
                user.tenants().stream().sorted().toList(),
                user.active(),
                user.since());
    }

    static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }
}
