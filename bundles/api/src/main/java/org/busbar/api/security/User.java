package org.busbar.api.security;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param name letters, digits and {@code . _ - @}, 1 to 64 of them
 * @param tenants the tenants it may act as, by id
 * @param active whether it may log in at all
 * @param since when it was made
 */
public record User(String name, Set<Role> roles, Set<String> tenants, boolean active, Instant since) {

    public User {
        roles = Set.copyOf(roles);
        tenants = Set.copyOf(tenants);
    }
}
