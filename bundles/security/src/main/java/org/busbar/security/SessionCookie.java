package org.busbar.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The cookie {@code busbar}, in which a browser keeps its login out of the reach of scripts and of other sites. */
final class SessionCookie {

    private static final String NAME = "busbar";

    private SessionCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + age.toSeconds()
                        + (request.isSecure() ? "; Secure" : ""));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }
}
