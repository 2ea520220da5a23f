package org.busbar.rest;

import java.util.List;
import java.util.Map;
import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a request was not served, as a document for programs and people (RFC 9457).
 *
 * @param detail one or more sentences for people
 * @param faults each thing that is wrong with the body; empty if that is not what is wrong
 * @param headers further headers of the response, such as {@code Allow}
 */
record Problem(Kind kind, String detail, List<Fault> faults, Map<String, String> headers) {

    private static final int LONGEST = 2000;
    private static final int MOST_FAULTS = 50;

    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        detail = cut(detail);
        faults = faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> new Fault(cut(fault.path()), cut(fault.detail())))
                .toList();
        headers = Map.copyOf(headers);
    }

    /** As much of what a client sent as helps it. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    Problem(Kind kind, String detail) {
        this(kind, detail, List.of(), Map.of());
    }

    /**
     * One thing that is wrong with a body.
     *
     * @param path where, as in {@code inputs.volume}; empty for the body as a whole
     */
    record Fault(String path, String detail) {}

    /** Every sort of problem with its HTTP status and title. */
    enum Kind {
        MALFORMED(400, "The request cannot be read"),
        UNAUTHORIZED(401, "It is not known who asks"),
        FORBIDDEN(403, "Who asks may not do this"),
        NOT_FOUND(404, "There is no such thing"),
        METHOD_NOT_ALLOWED(405, "This cannot be done with that"),
        NOT_ACCEPTABLE(406, "It is not to be had in that form"),
        CONFLICT(409, "Not in this state"),
        GONE(410, "It was deleted"),
        TOO_LARGE(413, "The body is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "The body is of another type"),
        INVALID(422, "The request cannot be carried out as it is"),
        TOO_MANY(429, "Too many attempts"),
        UNFORESEEN(500, "The server met an unforeseen error"),
        UNAVAILABLE(503, "Not available just now");

        final int status;
        final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        String type() {
            return "urn:busbar:problem:"
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    String json() {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("type", kind.type()).put("title", kind.title).put("status", kind.status);
        document.put("detail", detail);
        if (!faults.isEmpty()) {
            document.put("path", faults.get(0).path());
            document.set("faults", Json.mapper().valueToTree(faults));
        }
        return document.toString();
    }
}
