package org.busbar.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.security.Caller;
import org.busbar.security.Problem.Kind;

/** Tells who makes a request. */
interface Entrance {

    /**
     * Who asks; empty if it is not known and does not matter.
     *
     * @param open whether anybody may ask this
     * @throws Refused if the request must not be served
     */
    Optional<Caller> admit(HttpServletRequest request, boolean open);

    /** Asks for a token, in the Authorization header or a browser's cookie; few may do without. */
    record Guarded(Keep keep) implements Entrance {

        private static final String BEARER = "bearer ";

        @Override
        public Optional<Caller> admit(HttpServletRequest request, boolean open) {
            Optional<Caller> caller =
                    byToken(request, open).or(() -> byCookie(request, open)).or(() -> byAddress(request));
            if (caller.isEmpty() && !open) {
                throw new Refused(
                        Kind.UNAUTHORIZED, "Say who asks: Authorization: Bearer <token>, or log in at /login");
            }
            return caller;
        }

        private Optional<Caller> byToken(HttpServletRequest request, boolean open) {
            String header = request.getHeader("Authorization");
            if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                return Optional.empty();
            }
            Optional<Caller> caller =
                    keep.doorkeeper.admit(header.substring(BEARER.length()).strip());
            if (caller.isEmpty() && !open) {
                throw new Refused(new Problem(
                        Kind.UNAUTHORIZED,
                        "The token is not valid, or not any more; get another one",
                        Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
            }
            return caller;
        }

        private Optional<Caller> byCookie(HttpServletRequest request, boolean open) {
            Optional<Caller> caller = SessionCookie.of(request).flatMap(keep.doorkeeper::admit);
            if (caller.isEmpty() || Origins.isHarmless(request)) {
                return caller;
            }
            if (open) {
                return Optional.empty();
            }
            keep.audit.add(
                    caller.get().name(),
                    "was kept from " + request.getMethod() + " " + request.getRequestURI() + " from a foreign page",
                    request.getRemoteAddr());
            throw new Refused(
                    Kind.FORBIDDEN, "With a cookie only pages of this server itself may change something; use a token");
        }

        private Optional<Caller> byAddress(HttpServletRequest request) {
            String path = path(request);
            return keep.settings.trusted().stream()
                    .filter(one -> one.fits(path, request.getRemoteAddr()))
                    .filter(one -> !Origins.mayBeBrowser(request))
                    .findFirst()
                    .flatMap(one -> keep.vault.now().active(one.user()))
                    .map(Account::caller);
        }
    }

    /** Asks for nothing, but serves programs of this machine only, all as the administrator. */
    record Local(Caller caller) implements Entrance {

        @Override
        public Optional<Caller> admit(HttpServletRequest request, boolean open) {
            Origins.requireLocal(request);
            return Optional.of(caller);
        }
    }

    /** The path by which the request was given to its servlet. */
    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
