package org.busbar.finales;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what browsers send: queries, forms and forms in parts. */
final class Forms {

    private Forms() {}

    /** Names with their first values. A broken escape is 400. */
    static Map<String, String> encoded(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                form.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "'" + text + "' has a broken escape");
        }
    }

    /** The fields of a form of either kind; none if the content is of another type. */
    static Map<String, String> of(String contentType, byte[] body) {
        String type = contentType.toLowerCase(Locale.ROOT);
        String text = new String(body, StandardCharsets.UTF_8);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return encoded(text.strip());
        }
        return type.startsWith("multipart/form-data") ? parts(contentType, text) : Map.of();
    }

    private static Map<String, String> parts(String contentType, String text) {
        Map<String, String> form = new HashMap<>();
        String boundary = attribute(contentType, "boundary");
        if (!boundary.isEmpty()) {
            for (String part : text.split("(\r\n)?--" + Pattern.quote(boundary) + "(--)?\r\n")) {
                int end = part.indexOf("\r\n\r\n");
                String name = end < 0 ? "" : attribute(part.substring(0, end), "name");
                if (!name.isEmpty()) {
                    form.putIfAbsent(name, part.substring(end + 4));
                }
            }
        }
        return form;
    }

    private static String attribute(String header, String name) {
        Matcher found = Pattern.compile("[;\\s]" + name + "=\"?([^\";\r\n]*)").matcher(header);
        return found.find() ? found.group(1) : "";
    }
}
