package org.busbar.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a request was not served, as a document for programs and people (RFC 9457), as the lab's api gives it.
 *
 * @param detail a sentence for people
 * @param headers further headers of the response
 */
record Problem(Kind kind, String detail, Map<String, String> headers) {

    /** Every sort of problem with its HTTP status and title. */
    enum Kind {
        MALFORMED(400, "The request cannot be read"),
        UNAUTHORIZED(401, "It is not known who asks"),
        FORBIDDEN(403, "Who asks may not do this"),
        METHOD_NOT_ALLOWED(405, "This cannot be done with that"),
        TIMEOUT(408, "The request came too slowly"),
        TOO_LARGE(413, "The body is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "The body is of another type"),
        INVALID(422, "The request cannot be carried out as it is"),
        TOO_MANY(429, "Too many attempts");

        final int status;
        final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }
    }

    Problem(Kind kind, String detail) {
        this(kind, detail, kind == Kind.UNAUTHORIZED ? Map.of("WWW-Authenticate", "Bearer") : Map.of());
    }

    String json() {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put(
                "type",
                "urn:busbar:problem:"
                        + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        document.put("title", kind.title).put("status", kind.status).put("detail", detail);
        return document.toString();
    }

    /** Sends it. A body that nobody has read ends the connection, and the client is told so. */
    void writeTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            response.setHeader("Connection", "close");
        }
        byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
        headers.forEach(response::setHeader);
        response.setStatus(kind.status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
