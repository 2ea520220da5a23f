package org.busbar.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkException;

/**
 * Messages as requests: {@code METHOD path} on the first line, headers {@code Name: value}, an empty line and the body.
 * Replies are bodies, which {@link HttpConnection} hands on behind their length.
 */
record HttpFraming(URI base) implements Framing {

    private static final Pattern HEAD = Pattern.compile(
            "([A-Z]+) (/\\S*)((?:\\r?\\n[^\\s:]+:[^\\r\\n]*)*)(?:\\r?\\n\\r?\\n(.*)|\\r?\\n)?", Pattern.DOTALL);

    /** RFC 9110, section 5.5. */
    private static final Pattern VALUE = Pattern.compile("[ \\t!-~\\x80-\\xFF]*");

    private static final Framing BODIES = Framing.prefixed(4);

    /** Looks whether it is a request. */
    @Override
    public byte[] frame(byte[] message) {
        request(message);
        return message;
    }

    @Override
    public int length(byte[] bytes, int count) throws LinkException {
        return BODIES.length(bytes, count);
    }

    @Override
    public byte[] message(byte[] frame) throws LinkException {
        return BODIES.message(frame);
    }

    /** The body of a reply as {@link #length} expects it. */
    static byte[] body(byte[] bytes) {
        return BODIES.frame(bytes);
    }

    /** @throws IllegalArgumentException if it is none, or leaves the base */
    HttpRequest request(byte[] message) {
        Matcher head = HEAD.matcher(new String(message, StandardCharsets.ISO_8859_1));
        if (!head.matches()) {
            throw new IllegalArgumentException(
                    base + ": " + Shown.of(message) + " is no request: write \"GET /path\" (%20 for a blank),"
                            + " then headers \"Name: value\" on lines of their own, an empty line and the body");
        }
        byte[] body = head.group(4) == null ? new byte[0] : Arrays.copyOfRange(message, head.start(4), message.length);
        HttpRequest.Builder request = HttpRequest.newBuilder(target(head.group(2)))
                .method(head.group(1), body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        head.group(3).lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] header = line.split(":", 2);
            add(request, header[0], header[1].strip());
        });
        return request.build();
    }

    /** The value may be a secret and is not told. */
    private void add(HttpRequest.Builder request, String name, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    base + ": the value of the header " + name + " has characters that no header has");
        }
        request.header(name, value);
    }

    /** Where a path below the base leads to. */
    URI target(String path) {
        URI target = uri(path).normalize();
        String folder = String.valueOf(base.getRawPath());
        if (!target.getRawPath().startsWith(folder + "/")
                || target.getPath().contains("/../")
                || target.getPath().endsWith("/..")) {
            throw new IllegalArgumentException(base + ": " + Secrets.masked(path) + " leads out of " + folder + "/");
        }
        return target;
    }

    /** The exception of the JDK quotes the whole of it, and is not passed on. */
    private URI uri(String path) {
        try {
            return new URI(base + path);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(base + ": " + Secrets.masked(path) + " is no path: " + e.getReason()
                    + "; write it as % and two hexadecimal digits, such as %7C for |");
        }
    }
}
