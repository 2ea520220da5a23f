package org.busbar.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;

/**
 * A user with what its password is checked by.
 *
 * @param hash of the password, see {@link Passwords}
 * @param epoch another text with each new password; a login holds while it is the same
 * @param until when the password ends that was made for one time; empty once the user has chosen one
 */
record Account(
        String name,
        Set<Role> roles,
        Set<String> tenants,
        boolean active,
        Instant since,
        String hash,
        String epoch,
        Optional<Instant> until) {

    Account {
        roles = Set.copyOf(roles);
        tenants = Set.copyOf(tenants);
    }

    User user() {
        return new User(name, roles, tenants, active, since);
    }

    Caller caller() {
        return new Caller(name, roles, tenants);
    }

    boolean isActiveAdministrator() {
        return active && roles.contains(Role.ADMIN);
    }

    /** Whether it may log in with its password at that time. */
    boolean mayLogIn(Instant now) {
        return active && until.map(now::isBefore).orElse(true);
    }

    /** The same user with all that a change of it can change, but for the password. */
    Account as(User user) {
        return new Account(name, user.roles(), user.tenants(), user.active(), since, hash, epoch, until);
    }

    /** The same user with another password, which ends its logins. */
    Account with(String newHash, Optional<Instant> end) {
        return new Account(name, roles, tenants, active, since, newHash, Secrets.text(8), end);
    }
}
