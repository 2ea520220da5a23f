package org.busbar.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.security.Caller;
import org.busbar.rest.Problem.Kind;

/**
 * Whether who asked would still be let in, for answers that take long. The lab's security tells by an attribute of the
 * request; a request without it, which no packaged server has, is served to its end. Safe for use by many threads.
 */
final class Admission {

    /** Holds a {@code Supplier<Optional<Caller>>}. */
    static final String AGAIN = "org.busbar.security.again";

    private static final Problem OVER = new Problem(
            Kind.UNAUTHORIZED,
            "The token has expired or was revoked, or its user was removed; log in again",
            List.of(),
            Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));

    private final Optional<Caller> then;
    private final Supplier<?> again;

    private Admission(Optional<Caller> then, Supplier<?> again) {
        this.then = then;
        this.again = again;
    }

    static Admission of(HttpServletRequest request) {
        Optional<Caller> then =
                request.getUserPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
        return new Admission(then, request.getAttribute(AGAIN) instanceof Supplier<?> told ? told : () -> then);
    }

    /** Why who asked is not served any more; empty as long as it has all the rights it had. Costs microseconds. */
    Optional<Problem> refusal() {
        if (then.isEmpty()) {
            return Optional.empty();
        }
        if (again.get() instanceof Optional<?> now && now.orElse(null) instanceof Caller caller) {
            return hasAll(caller, then.get()) ? Optional.empty() : Optional.of(fewer(caller));
        }
        return Optional.of(OVER);
    }

    private static boolean hasAll(Caller now, Caller before) {
        return now.roles().containsAll(before.roles()) && now.tenants().containsAll(before.tenants());
    }

    private static Problem fewer(Caller caller) {
        return new Problem(
                Kind.FORBIDDEN, "'" + caller.name() + "' has fewer rights than when it asked; ask again with those");
    }
}
