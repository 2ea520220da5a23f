package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.busbar.api.event.LabEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Followers of events over real sockets, with a journal on disk. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SubscribersTest {

    private static final int READERS = 200;
    private static final int EVENTS = 150;

    private RealLab lab;
    private WebServer server;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        lab = new RealLab(folder);
        server = new WebServer(lab.servlet);
    }

    @AfterEach
    void end() throws Exception {
        lab.servlet.close();
        server.close();
        lab.close();
    }

    private void append(String plugin, String reason) {
        lab.journal.append(new LabEvent.Faulted(Instant.now(), plugin, reason));
    }

    /** One reader, on a thread of its own. */
    private final class Reader implements Runnable {

        private final Socket socket;
        private final CountDownLatch begun;
        private final ConcurrentLinkedQueue<Long> delays;
        final List<Long> numbers = new ArrayList<>();

        Reader(CountDownLatch begun, ConcurrentLinkedQueue<Long> delays) throws IOException {
            this.socket = server.ask("/api/v1/events?kinds=Faulted&subject=clock");
            this.begun = begun;
            this.delays = delays;
        }

        @Override
        public void run() {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null && numbers.size() < EVENTS; line = in.readLine()) {
                    take(line);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void take(String line) {
            if (line.startsWith(": events")) {
                begun.countDown();
            } else if (line.startsWith("id: ")) {
                numbers.add(Long.valueOf(line.substring(4)));
            } else if (line.startsWith("data: ")) {
                int at = line.indexOf("at ") + 3;
                delays.add(System.nanoTime() - Long.parseLong(line.substring(at, line.indexOf('"', at))));
            }
        }
    }

    /** The 99th percentile, in ms, of the time from the event to a reader. */
    double measure() throws Exception {
        CountDownLatch begun = new CountDownLatch(READERS);
        ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
        List<Reader> readers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(new Reader(begun, delays));
            threads.add(new Thread(readers.get(i)));
            threads.get(i).start();
        }
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        for (int i = 0; i < EVENTS; i++) {
            append("clock", "at " + System.nanoTime());
            append("noise", "x");
            Thread.sleep(20);
        }
        for (Thread thread : threads) {
            thread.join(30_000);
        }
        readers.forEach(reader -> assertEquals(readers.get(0).numbers, reader.numbers));
        assertEquals(EVENTS, readers.get(0).numbers.size());
        List<Long> sorted = delays.stream().sorted().toList();
        return sorted.get(sorted.size() * 99 / 100) / 1e6;
    }

    @Test
    void two_hundred_readers_are_told_soon_and_everything() throws Exception {
        double p99 = measure();
        assertTrue(p99 < 10_000, "99 % within " + p99 + " ms");
    }

    @Test
    void a_long_poll_ends_with_the_first_event_that_is_wanted() throws Exception {
        append("before", "x");
        String url = "/api/v1/events?wait=30&subject=wanted&after=0";
        long begun = System.nanoTime();
        Thread writer = new Thread(() -> {
            append("other", "x");
            append("wanted", "here");
        });
        writer.start();
        String answer = server.get(url, "Accept: application/json");
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.contains("\"reason\":\"here\"") && !answer.contains("other"), answer);
        assertTrue(System.nanoTime() - begun < 20_000_000_000L);
        writer.join();
    }

    @Test
    void a_long_poll_without_news_ends_empty() throws Exception {
        long begun = System.nanoTime();
        String answer = server.get("/api/v1/events?wait=1&after=100", "Accept: application/json");
        assertTrue(answer.endsWith("[]"), answer);
        assertTrue(System.nanoTime() - begun > 900_000_000L);
    }

    @Test
    void many_long_polls_take_no_threads() throws Exception {
        int before = Thread.activeCount();
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sockets.add(server.ask("/api/v1/events?wait=30&after=0&subject=bell", "Accept: application/json"));
        }
        assertTrue(Thread.activeCount() < before + 210, "threads " + Thread.activeCount());
        append("bell", "rings");
        for (Socket socket : sockets) {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                assertEquals("HTTP/1.1 200 OK", in.readLine());
            }
        }
    }

    @Test
    void a_reader_that_does_not_read_is_dropped_and_resumes() throws Exception {
        Streams streams = new Streams(Duration.ofMillis(200));
        String large = "x".repeat(1 << 20);
        ApiServlet hasty = new ApiServlet(streams);
        lab.groups.forEach(hasty::addRoutes);
        try (WebServer other = new WebServer(hasty, 1000);
                Socket deaf = other.ask("/api/v1/events?after=0")) {
            assertEquals(1, awaitOne(streams));
            for (int i = 0; i < 20; i++) {
                append("large", large);
            }
            long end = System.nanoTime() + 30_000_000_000L;
            while (streams.count() > 0) {
                assertTrue(System.nanoTime() < end, "still there");
                Thread.sleep(20);
            }
            assertFalse(deaf.isClosed());
            Socket again = other.ask("/api/v1/events", "Last-Event-ID: 19");
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(again.getInputStream(), StandardCharsets.UTF_8))) {
                String line = in.readLine();
                while (!line.startsWith("id: ")) {
                    line = in.readLine();
                }
                assertEquals("id: 20", line);
            }
            hasty.close();
        }
    }

    private static int awaitOne(Streams streams) throws InterruptedException {
        for (int i = 0; i < 1000 && streams.count() == 0; i++) {
            Thread.sleep(5);
        }
        return streams.count();
    }

    @Test
    void silence_is_filled_so_that_the_connection_lasts() throws Exception {
        ApiServlet lively = new ApiServlet(new Streams(Duration.ofMillis(200)));
        lab.groups.forEach(lively::addRoutes);
        try (WebServer other = new WebServer(lively, 1000);
                Socket quiet = other.ask("/api/v1/events");
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(quiet.getInputStream(), StandardCharsets.UTF_8))) {
            int signs = 0;
            for (String line = in.readLine(); signs < 10; line = in.readLine()) {
                signs += line.equals(":") ? 1 : 0;
            }
            lively.close();
        }
    }

    @Test
    void waiting_outlasts_the_idle_timeout() throws Exception {
        try (WebServer hasty = new WebServer(lab.servlet, 500)) {
            String answer = hasty.get("/api/v1/events?wait=2&after=100", "Accept: application/json");
            assertTrue(answer.endsWith("[]"), answer);
        }
    }
}
