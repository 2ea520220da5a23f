package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.busbar.api.event.LabEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class EventsTest {

    private final Api api = new Api();

    private void append(String name) {
        api.journal.append(new LabEvent.Faulted(Instant.EPOCH, name, "line\nbreak"));
    }

    /** Collects what is sent and goes away after so many events. */
    private static final class Reader extends OutputStream {
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private final int wanted;

        Reader(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void write(int b) {
            sent.write(b);
        }

        @Override
        public void flush() throws IOException {
            if (numbers().size() >= wanted) {
                throw new IOException("gone");
            }
        }

        String text() {
            return sent.toString(StandardCharsets.UTF_8);
        }

        List<Long> numbers() {
            List<Long> numbers = new ArrayList<>();
            Matcher ids = Pattern.compile("(?m)^id: (\\d+)$").matcher(text());
            while (ids.find()) {
                numbers.add(Long.valueOf(ids.group(1)));
            }
            return numbers;
        }
    }

    private Reader follow(int wanted, String url, String... headers) throws InterruptedException {
        Reader reader = new Reader(wanted);
        try {
            ((Response.Stream) api.answer("GET", url, "", headers)).source().writeTo(reader);
        } catch (IOException e) {
            assertEquals("gone", e.getMessage());
        }
        return reader;
    }

    @Test
    void nothing_is_lost_or_doubled_between_catching_up_and_following() throws Exception {
        int before = 1700;
        int after = 3000;
        for (int i = 0; i < before; i++) {
            append("early");
        }
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            writers.add(new Thread(() -> {
                for (int i = 0; i < after / 3; i++) {
                    append("late");
                }
            }));
        }
        writers.forEach(Thread::start);
        Reader reader = follow(before + after, "/api/v1/events?after=0");
        assertEquals(LongStream.rangeClosed(1, before + after).boxed().toList(), reader.numbers());
    }

    @Test
    void an_event_is_its_number_its_kind_and_one_line_of_json() throws Exception {
        append("a");
        append("b");
        Reader reader = follow(1, "/api/v1/events?after=0", "Last-Event-ID", "1");
        assertEquals(
                "id: 2\nevent: Faulted\ndata: {\"type\":\"Faulted\",\"time\":\"1970-01-01T00:00:00Z\","
                        + "\"plugin\":\"b\",\"reason\":\"line\\nbreak\"}\n\n",
                reader.text().substring(reader.text().indexOf("id:")));
    }

    @Test
    void without_a_place_only_news_are_sent_and_silence_is_filled() throws Exception {
        append("old");
        Thread writer = new Thread(() -> {
            try {
                Thread.sleep(700);
                append("new");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        Reader reader = follow(1, "/api/v1/events");
        assertEquals(List.of(2L), reader.numbers());
        assertTrue(reader.text().split("(?m)^:$", -1).length > 2, reader.text());
    }

    @Test
    void a_page_of_events_is_json() {
        append("a");
        append("b");
        append("c");
        var page = (Response.Document)
                api.answer("GET", "/api/v1/events?after=1&limit=1", "", "Accept", "application/json");
        JsonNode events = Api.json(page);
        assertEquals(1, events.size());
        assertEquals(2, events.get(0).get("number").longValue());
        assertEquals("Faulted", events.get(0).get("event").get("type").stringValue());
    }
}
