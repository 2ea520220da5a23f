package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static EventStream stream(FakeServer server) {
        return new EventStream(Connection.to(server.url(), Optional.empty()), 6, Duration.ofMillis(1));
    }

    @Test
    void reads_events_over_comments_and_many_lines() throws Exception {
        try (FakeServer server = new FakeServer()) {
            server.streams.add(": hello\n\nid: 7\nevent:A\ndata: {\"x\":\ndata: 1}\nretry: 5\n\n:\n\n"
                    + FakeServer.event(8, "B", "\"µ\""));
            List<EventStream.Event> events = new ArrayList<>();
            stream(server).follow(event -> {
                events.add(event);
                return event.number() < 8;
            });
            assertEquals("A", events.get(0).kind());
            assertEquals(1, events.get(0).data().get("x").intValue());
            assertEquals("µ", events.get(1).data().stringValue());
        }
    }

    @Test
    void takes_a_broken_connection_up_after_the_last_whole_event() throws Exception {
        try (FakeServer server = new FakeServer()) {
            server.streams.add(FakeServer.event(7, "A", "1") + "id: 8\nevent: A\ndata: 2\n");
            server.streams.add(FakeServer.event(8, "A", "2"));
            List<Long> numbers = new ArrayList<>();
            stream(server).follow(event -> {
                numbers.add(event.number());
                return event.number() < 8;
            });
            assertEquals(List.of(7L, 8L), numbers);
            assertEquals(List.of("6", "7"), server.lastIds);
        }
    }

    @Test
    void gives_up_when_the_server_tells_nothing_again_and_again() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Failure failure = assertThrows(Failure.class, () -> stream(server).follow(event -> true));
            assertTrue(failure.getMessage().contains(server.url()), failure.getMessage());
            assertTrue(failure.getMessage().contains("status 503"), failure.getMessage());
        }
    }
}
