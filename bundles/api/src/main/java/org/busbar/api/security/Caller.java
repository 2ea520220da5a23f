package org.busbar.api.security;

import java.security.Principal;
import java.util.Set;

/**
 * Who asks, as far as the lab knows. The user principal of every HTTP request that got past the {@link Doorkeeper}.
 *
 * @param name the user's name; never blank
 * @param tenants the tenants it may act as, by id
 */
public record Caller(String name, Set<Role> roles, Set<String> tenants) implements Principal {

    public Caller {
        roles = Set.copyOf(roles);
        tenants = Set.copyOf(tenants);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether it may do what is open to that role. */
    public boolean has(Role role) {
        return roles.stream().anyMatch(mine -> mine.includes(role));
    }

    /** Whether it may act as that tenant. */
    public boolean mayActAs(String tenant) {
        return roles.contains(Role.ADMIN) || roles.contains(Role.TENANT) && tenants.contains(tenant);
    }
}
