package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    /** What a reader is given until it has so many events. */
    private List<Telling> follow(int wanted, String url, String... headers) throws InterruptedException {
        Following following = ((Response.Stream) api.answer("GET", url, "", headers)).following();
        following.join();
        List<Telling> given = new ArrayList<>();
        while (given.size() < wanted) {
            long last = api.feed.last();
            if (following.isBehind()) {
                following.catchUp();
            }
            Telling next = following.next();
            if (next != null) {
                given.add(next);
            } else if (!following.isBehind()) {
                api.feed.awaitAfter(last, Duration.ofSeconds(5));
            }
        }
        following.leave();
        return given;
    }

    private static List<Long> numbers(List<Telling> given) {
        return given.stream().map(telling -> telling.recorded().number()).toList();
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
        List<Telling> given = follow(before + after, "/api/v1/events?after=0");
        assertEquals(LongStream.rangeClosed(1, before + after).boxed().toList(), numbers(given));
    }

    @Test
    void an_event_is_its_number_its_kind_and_one_line_of_json() throws Exception {
        append("a");
        append("b");
        List<Telling> given = follow(1, "/api/v1/events?after=0", "Last-Event-ID", "1");
        assertEquals(
                "id: 2\nevent: Faulted\ndata: {\"type\":\"Faulted\",\"time\":\"1970-01-01T00:00:00Z\","
                        + "\"plugin\":\"b\",\"reason\":\"line\\nbreak\"}\n\n",
                new String(given.get(0).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void without_a_place_only_news_are_sent() throws Exception {
        append("old");
        Following following = ((Response.Stream) api.answer("GET", "/api/v1/events", "")).following();
        following.join();
        following.catchUp();
        assertNull(following.next());
        append("new");
        assertEquals(2, following.next().recorded().number());
    }

    @Test
    void only_what_is_wanted_is_given() throws Exception {
        append("a");
        api.journal.append(new LabEvent.Vanished(Instant.EPOCH, "a", "device"));
        append("b");
        append("a");
        assertEquals(List.of(1L, 4L), numbers(follow(2, "/api/v1/events?after=0&kinds=Faulted&subject=a")));
        assertEquals(List.of(2L), numbers(follow(1, "/api/v1/events?after=0&kinds=Vanished,Appeared")));
        assertEquals(400, api.get("/api/v1/events?kinds=Faulted,Lost").status());
        var page = (Response.Document)
                api.answer("GET", "/api/v1/events?after=1&subject=a", "", "Accept", "application/json");
        assertEquals(2, Api.json(page).size());
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
