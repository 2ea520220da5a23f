package org.busbar.finales;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is answered.
 *
 * @param headers beside the content type
 * @param content writes the body
 */
record Answer(int status, String mediaType, Map<String, String> headers, Content content) {

    static final String JSON = "application/json";

    /** Writes a body, piece by piece if it is long. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A body that is there as a whole. */
    record Whole(byte[] bytes) implements Content {
        @Override
        public void write(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    static Answer json(JsonNode json) {
        return bytes(200, JSON, StrictJson.mapper().writeValueAsBytes(json));
    }

    /** A JSON string. */
    static Answer text(String text) {
        return json(StringNode.valueOf(text));
    }

    static Answer bytes(int status, String mediaType, byte[] bytes) {
        return new Answer(status, mediaType, Map.of("Content-Length", String.valueOf(bytes.length)), new Whole(bytes));
    }

    static Answer html(String html) {
        return bytes(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(Refused refused) {
        byte[] body = StrictJson.mapper().writeValueAsBytes(Map.of("detail", refused.detail()));
        Answer plain = bytes(refused.status(), JSON, body);
        return refused.headers().entrySet().stream()
                .reduce(plain, (answer, one) -> answer.with(one.getKey(), one.getValue()), (one, other) -> other);
    }

    static Answer unchanged(String etag) {
        return new Answer(304, JSON, Map.of("ETag", etag), new Whole(new byte[0]));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, more, content);
    }
}
