package org.busbar.drivers.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * How the driver shows who it is (RFC 7617, RFC 6750). Links leave this header out of traces and messages.
 *
 * @param header the line of the request, with its end; empty if there is none
 */
record Credentials(String header) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    static Credentials of(String user, String password, String token) {
        if (!user.isEmpty() && !token.isEmpty()) {
            throw new IllegalArgumentException("Set user and password, or token, but not both");
        }
        if (!token.isEmpty()) {
            return bearer(token);
        }
        if (user.contains(":") || user.isEmpty() && !password.isEmpty()) {
            throw new IllegalArgumentException(
                    "user = '" + user + "' is not the name of a user: no colon, and not empty");
        }
        return user.isEmpty() ? new Credentials("") : basic(user + ":" + password);
    }

    private static Credentials bearer(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("token has other characters than letters, digits and ._~+/=-");
        }
        return new Credentials("Authorization: Bearer " + token + "\n");
    }

    private static Credentials basic(String both) {
        String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return new Credentials("Authorization: Basic " + encoded + "\n");
    }

    @Override
    public String toString() {
        return header.isEmpty() ? "no credentials" : "credentials";
    }
}
