package org.busbar.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page where a person logs in. It has no script and loads nothing. */
final class LoginPage {

    private final String template = template();

    /**
     * Sends it.
     *
     * @param message what went wrong before; empty if nothing did
     * @param next where to go afterwards, see {@link #next}
     */
    void send(HttpServletResponse response, int status, String message, String name, String next) throws IOException {
        String nonce = Secrets.text(16);
        byte[] page = template.replace("{nonce}", nonce)
                .replace("{message}", escaped(message))
                .replace("{next}", escaped(next))
                .replace("{name}", escaped(name))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-" + nonce
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setContentType("text/html; charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** The address if it is one of this server, else that of the start. */
    static String next(String asked) {
        boolean ours = asked.matches("/([A-Za-z0-9._~!$&'()*+,;=:@?%-][A-Za-z0-9._~!$&'()*+,;=:@?%/-]*)?");
        return ours ? asked : "/";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("{", "&#123;"); // else a name could be taken for another place of the template
    }

    private static String template() {
        try (InputStream page = LoginPage.class.getResourceAsStream("login.html")) {
            if (page == null) {
                throw new IllegalStateException("The bundle has no login.html");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
