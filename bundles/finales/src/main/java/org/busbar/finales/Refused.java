package org.busbar.finales;

import java.util.List;
import java.util.Map;

/** A call is answered with a status that means no. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Object detail;
    private final transient Map<String, String> headers;

    private Refused(int status, Object detail, Map<String, String> headers) {
        super(detail.toString(), null, false, false);
        this.status = status;
        this.detail = detail;
        this.headers = headers;
    }

    Refused(int status, String detail) {
        this(status, detail, Map.of());
    }

    /** Something is wrong with the body, the query or the path. */
    Refused(List<Violation> violations) {
        this(422, List.copyOf(violations), Map.of());
    }

    Refused(Violation violation) {
        this(List.of(violation));
    }

    static Refused unauthorized(String detail) {
        return new Refused(401, detail, Map.of("WWW-Authenticate", "Bearer"));
    }

    static Refused method(String allowed) {
        return new Refused(405, "Method Not Allowed", Map.of("Allow", allowed));
    }

    static Refused later(int status, String detail, long seconds) {
        return new Refused(status, detail, Map.of("Retry-After", String.valueOf(Math.max(1, seconds))));
    }

    /** Throws if there are any. */
    static void ifAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refused(violations);
        }
    }

    int status() {
        return status;
    }

    /** A text or a list of violations. */
    Object detail() {
        return detail;
    }

    Map<String, String> headers() {
        return headers;
    }
}
