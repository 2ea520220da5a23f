package org.busbar.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Follows the events of a server (server-sent events) and takes up a broken connection after the last event it got. */
final class EventStream {

    private static final int MOST_FAILURES = 6;

    private final Connection connection;
    private final Duration pause;
    private long last;
    private int failures;

    /** One event of the lab. */
    record Event(long number, String kind, JsonNode data) {}

    /** @param after the number of the last event that is not wanted */
    EventStream(Connection connection, long after) {
        this(connection, after, Duration.ofMillis(250));
    }

    /** @param pause before the connection is taken up again; doubled with each failure in a row */
    EventStream(Connection connection, long after, Duration pause) {
        this.connection = connection;
        this.last = after;
        this.pause = pause;
    }

    /**
     * Gives every event to {@code reader} until it answers {@code false}.
     *
     * @throws Failure if the server does not answer any more, or must not be asked
     */
    void follow(Predicate<Event> reader) throws InterruptedException {
        while (true) {
            try {
                if (!read(reader)) {
                    return;
                }
                failed("The connection was closed");
            } catch (IOException e) {
                failed(e.toString());
            }
            Thread.sleep(pause.toMillis() << Math.min(failures - 1, 5));
        }
    }

    private void failed(String reason) {
        if (++failures >= MOST_FAILURES) {
            throw new Failure("The server at " + connection.url() + " tells no events any more: " + reason);
        }
    }

    /** Reads one connection to its end; {@code false} if the reader has enough. */
    private boolean read(Predicate<Event> reader) throws IOException, InterruptedException {
        HttpRequest request = connection
                .request("/api/v1/events")
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(last))
                .build();
        HttpResponse<InputStream> response = connection.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() == 401 || response.statusCode() == 403) {
                throw connection.refused(response.statusCode(), "the events of the lab");
            }
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return read(lines, reader);
        }
    }

    private boolean read(BufferedReader lines, Predicate<Event> reader) throws IOException {
        Draft draft = new Draft();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                draft.add(line);
            } else if (!draft.data.isEmpty()) {
                Event event = draft.finish();
                last = event.number();
                failures = 0;
                draft = new Draft();
                if (!reader.test(event)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** An event of which some lines have been read. */
    private static final class Draft {
        private long number;
        private String kind = "";
        private final StringBuilder data = new StringBuilder();

        void add(String line) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "id" -> number = Long.parseLong(value);
                case "event" -> kind = value;
                case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
                default -> {
                    // a comment, or a field that is not for us
                }
            }
        }

        Event finish() {
            return new Event(number, kind, Client.JSON.readTree(data.toString()));
        }
    }
}
