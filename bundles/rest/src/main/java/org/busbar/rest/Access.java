package org.busbar.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.rest.Problem.Kind;

/**
 * Who may use a route.
 *
 * @param open whether it is for everybody, also if nothing is known of them
 * @param role the role that is needed; empty if none is
 */
record Access(boolean open, Optional<Role> role) {

    /** Everybody, also if nothing is known of them. */
    static final Access OPEN = new Access(true, Optional.empty());

    /** Everybody of whom it is known who it is; for what is not refused for the form of the request either. */
    static final Access CALLERS = new Access(false, Optional.empty());

    private static final Problem UNKNOWN = new Problem(
            Kind.UNAUTHORIZED,
            "It is not known who asks; send a token in the header Authorization: Bearer ..., or log in",
            List.of(),
            Map.of("WWW-Authenticate", "Bearer realm=\"busbar\""));

    static Access of(Role role) {
        return new Access(false, Optional.of(role));
    }

    /** @throws Refused if who asks may not */
    void require(Optional<Caller> asking) {
        if (open) {
            return;
        }
        Caller caller = asking.orElseThrow(() -> new Refused(UNKNOWN));
        if (role.isPresent() && !caller.has(role.get())) {
            throw new Refused(
                    Kind.FORBIDDEN,
                    "This takes the role " + role.get() + "; '" + caller.name() + "' has "
                            + (caller.roles().isEmpty()
                                    ? "none"
                                    : caller.roles().stream().sorted().toList()));
        }
    }
}
