package org.busbar.distribution.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.busbar.json.Json;

/** Follows the event stream of a server and knows which devices have appeared. */
final class Appearances {

    private final Map<String, Long> appeared = new ConcurrentHashMap<>();
    private String event = ""; // of the following thread

    private Appearances() {}

    /** Follows until the server closes the stream. */
    static Appearances follow(Client client) throws IOException, InterruptedException {
        Appearances appearances = new Appearances();
        Stream<String> lines = client.events();
        Thread thread = new Thread(() -> lines.forEach(appearances::read), "events");
        thread.setDaemon(true);
        thread.start();
        return appearances;
    }

    private void read(String line) {
        if (line.startsWith("event: ")) {
            event = line.substring(7);
        } else if (line.startsWith("data: ") && event.equals("Appeared")) {
            String plugin =
                    Json.mapper().readTree(line.substring(6)).get("plugin").stringValue();
            long now = System.nanoTime();
            synchronized (this) {
                appeared.put(plugin, now);
                notifyAll();
            }
        }
    }

    /**
     * When a device appeared, in the time of {@link System#nanoTime}; waits for it.
     *
     * @throws IOException if it does not within 30 s
     */
    synchronized long await(String device) throws IOException, InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!appeared.containsKey(device)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IOException("The device " + device + " did not appear within 30 s");
            }
            wait(left);
        }
        return appeared.getOrDefault(device, end);
    }
}
