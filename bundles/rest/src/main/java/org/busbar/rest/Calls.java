package org.busbar.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.security.Caller;
import org.busbar.rest.Problem.Kind;

/** Makes a {@link Call} of a servlet's request. */
final class Calls {

    private Calls() {}

    /** @throws Refused if the path or the query cannot be read */
    static Call read(HttpServletRequest request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return new Call(
                method,
                path(request),
                query(request),
                headers(request),
                caller(request),
                request.getRemoteAddr(),
                new Content(most -> request.getInputStream().readNBytes(most)));
    }

    private static Optional<Caller> caller(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    private static List<String> path(HttpServletRequest request) {
        return Arrays.stream(request.getRequestURI().substring(1).split("/"))
                .map(Calls::decoded)
                .toList();
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Kind.MALFORMED, "The address has a '%' that is not followed by two hexadecimal digits");
        }
    }

    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> query = new HashMap<>();
        String text = request.getQueryString();
        for (String pair : (text == null ? "" : text).split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                query.putIfAbsent(decoded(pair.substring(0, sign)), decodedQuery(pair.substring(sign + 1)));
            }
        }
        return query;
    }

    private static String decodedQuery(String value) {
        return decoded(value.replace("+", "%20"));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
