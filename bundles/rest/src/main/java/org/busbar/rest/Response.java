package org.busbar.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.busbar.json.Json;

/** What a client is answered. */
sealed interface Response {

    String JSON = "application/json";

    /** A whole document. */
    record Document(int status, String mediaType, String text, Map<String, String> headers) implements Response {

        Document located(String path) {
            return new Document(status, mediaType, text, Map.of("Location", path));
        }
    }

    /** Server-sent events without an end. */
    record Stream(Source source) implements Response {}

    /** Raw bytes, which are closed when they are written. */
    record Download(String mediaType, InputStream bytes) implements Response {}

    /** Writes until the reader goes or the thread is interrupted. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    static Document json(Object record) {
        return json(200, record);
    }

    static Document json(int status, Object record) {
        return new Document(status, JSON, Json.write(record), Map.of());
    }

    static Document text(String mediaType, String text) {
        return new Document(200, mediaType, text, Map.of());
    }

    static Document problem(Problem problem) {
        return new Document(problem.kind().status, Problem.MEDIA_TYPE, problem.json(), problem.headers());
    }
}
