package org.busbar.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.busbar.security.Problem.Kind;

/** The fields of a form, by name. */
record Form(Map<String, String> fields) {

    private static final int MOST = 8192;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Form {
        fields = Map.copyOf(fields);
    }

    /** The fields of the query. */
    static Form query(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Form(fields(query == null ? "" : query));
    }

    /**
     * The fields of the body.
     *
     * @throws Refused if it is no form, too large, or comes too slowly
     */
    static Form body(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
            throw new Refused(Kind.UNSUPPORTED_MEDIA_TYPE, "Send the fields as application/x-www-form-urlencoded");
        }
        return new Form(fields(read(request.getInputStream())));
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String read(InputStream body) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[1024];
        for (int count = body.read(part); count >= 0; count = body.read(part)) {
            bytes.write(part, 0, count);
            if (bytes.size() > MOST) {
                throw new Refused(Kind.TOO_LARGE, "A form has up to " + MOST + " bytes");
            }
            if (System.nanoTime() > end) {
                throw new Refused(Kind.TIMEOUT, "A form has to be there within " + PATIENCE.toSeconds() + " s");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Kind.MALFORMED, "A field has a '%' that is not followed by two hexadecimal digits");
        }
    }
}
