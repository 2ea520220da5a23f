package org.busbar.rest;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.busbar.api.event.Recorded;
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
    record Stream(Following following) implements Response {
        @Override
        public String mediaType() {
            return EventRoutes.STREAM;
        }
    }

    /**
     * What is answered when there is news, or else when the time is up. Takes no thread meanwhile.
     *
     * @param wanted whether an event may be news
     * @param news the answer, as soon as there is one
     */
    record Later(
            Duration patience,
            Feed feed,
            Predicate<Recorded> wanted,
            Supplier<Optional<Document>> news,
            Document otherwise)
            implements Response {
        @Override
        public String mediaType() {
            return otherwise.mediaType();
        }
    }

    /** A file of the server's own. */
    record File(String mediaType, byte[] bytes, Map<String, String> headers) implements Response {}

    /** Raw bytes, which are closed when they are written. */
    record Download(String mediaType, InputStream bytes) implements Response {}

    /** The type of the body. */
    String mediaType();

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
