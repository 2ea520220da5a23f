package org.busbar.distribution.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.busbar.json.Json;

/** Follows the event stream of a server and knows what the events of one kind have named so far, and when. */
final class Heard {

    private final Map<String, Long> named = new ConcurrentHashMap<>();
    private final String kind;
    private final String field;
    private String event = ""; // of the following thread

    private Heard(String kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    /** Listens for what the field of such events holds, until the server closes the stream. */
    static Heard follow(Client client, String kind, String field) throws IOException, InterruptedException {
        Heard heard = new Heard(kind, field);
        Stream<String> lines = client.events();
        Thread thread = new Thread(() -> lines.forEach(heard::read), "events");
        thread.setDaemon(true);
        thread.start();
        return heard;
    }

    private void read(String line) {
        if (line.startsWith("event: ")) {
            event = line.substring(7);
        } else if (line.startsWith("data: ") && event.equals(kind)) {
            String name = Json.mapper().readTree(line.substring(6)).get(field).stringValue();
            long now = System.nanoTime();
            synchronized (this) {
                named.put(name, now);
                notifyAll();
            }
        }
    }

    /**
     * When it was last named, in the time of {@link System#nanoTime}; waits for it.
     *
     * @throws IOException if it is not within 30 s
     */
    synchronized long await(String name) throws IOException, InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!named.containsKey(name)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IOException("No event " + kind + " with " + field + " = " + name + " came within 30 s");
            }
            wait(left);
        }
        return named.getOrDefault(name, end);
    }
}
