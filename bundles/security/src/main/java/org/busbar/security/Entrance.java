package org.busbar.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.security.Caller;
import org.busbar.security.Problem.Kind;

/** Tells who makes a request. */
interface Entrance {

    String BEARER = "bearer ";

    /**
     * Who asks; empty if it is not known and does not matter.
     *
     * @param open whether anybody may ask this
     * @throws Refused if the request must not be served
     */
    Optional<Admitted> admit(HttpServletRequest request, boolean open);

    /** Asks for a token, in the Authorization header or a browser's cookie; few may do without. */
    record Guarded(Keep keep) implements Entrance {

        @Override
        public Optional<Admitted> admit(HttpServletRequest request, boolean open) {
            Optional<Admitted> admitted =
                    byToken(request, open).or(() -> byCookie(request, open)).or(() -> byAddress(request));
            if (admitted.isEmpty() && !open) {
                throw new Refused(
                        Kind.UNAUTHORIZED, "Say who asks: Authorization: Bearer <token>, or log in at /login");
            }
            return admitted;
        }

        /** From when the server is stopped on nobody is let in again. */
        private Optional<Admitted> by(Supplier<Optional<Caller>> look) {
            return Admitted.by(() -> keep.isClosed() ? Optional.empty() : look.get());
        }

        private Optional<Admitted> byToken(HttpServletRequest request, boolean open) {
            Optional<String> token = bearer(request);
            Optional<Admitted> admitted = token.flatMap(text -> by(() -> keep.doorkeeper.admit(text)));
            if (token.isPresent() && admitted.isEmpty() && !open) {
                throw new Refused(new Problem(
                        Kind.UNAUTHORIZED,
                        "The token is not valid, or not any more; get another one",
                        Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
            }
            return admitted;
        }

        private Optional<Admitted> byCookie(HttpServletRequest request, boolean open) {
            Optional<Admitted> admitted =
                    SessionCookie.of(request).flatMap(token -> by(() -> keep.doorkeeper.admit(token)));
            if (admitted.isEmpty() || Origins.isHarmless(request)) {
                return admitted;
            }
            if (open) {
                return Optional.empty();
            }
            keep.audit.add(
                    admitted.get().caller().name(),
                    "was kept from " + request.getMethod() + " " + request.getRequestURI() + " from a foreign page",
                    request.getRemoteAddr());
            throw new Refused(
                    Kind.FORBIDDEN, "With a cookie only pages of this server itself may change something; use a token");
        }

        private Optional<Admitted> byAddress(HttpServletRequest request) {
            String path = path(request);
            return keep.settings.trusted().stream()
                    .filter(one -> one.fits(path, request.getRemoteAddr()))
                    .filter(one -> !Origins.mayBeBrowser(request))
                    .findFirst()
                    .flatMap(one -> by(() -> keep.vault.now().active(one.user()).map(Account::caller)));
        }
    }

    /** Asks for nothing, but serves programs of this machine only, all as the administrator. */
    record Local(Caller caller) implements Entrance {

        @Override
        public Optional<Admitted> admit(HttpServletRequest request, boolean open) {
            Origins.requireLocal(request);
            return Admitted.by(() -> Optional.of(caller));
        }
    }

    /** The token in the Authorization header; empty if there is none. */
    static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** The path by which the request was given to its servlet. */
    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
