package org.busbar.links.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Simulator;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TappedSimulatorTest {

    private static final class Echo implements Simulator {
        @Override
        public Instrument instrument(Map<String, String> options) {
            return Instrument.answering("\n", line -> line + "!");
        }

        @Override
        public byte[] refusal(byte[] heard) {
            return new byte[] {'n', heard[0]};
        }
    }

    private final TappedSimulator tap = new TappedSimulator(new Echo());
    private final LinkRoom room = new LinkRoom();
    private Link link;

    @BeforeEach
    void open() {
        room.add("echo", tap);
        link = room.links(Permissions.ALL).open("sim:echo?timeout=5s", Framing.lines("\n"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void notes_what_is_said_to_it() throws Exception {
        assertEquals("a!", link.ask("a"));
        assertEquals("b!", link.ask("b"));
        assertEquals(List.of("a", "b"), tap.heard());
    }

    @Test
    void answers_as_it_is_told_to() throws Exception {
        tap.answer((message, reply) -> message.equals("a") ? "other\n" : message.equals("b") ? "" : reply);
        assertEquals("other", link.ask("a"));
        assertThrows(
                LinkException.class, () -> link.within(Duration.ofMillis(100)).ask("b"));
        assertEquals("c!", link.ask("c"));
        tap.answerAsItIs();
        assertEquals("a!", link.ask("a"));
    }

    @Test
    void is_else_what_it_taps() {
        assertArrayEquals("nx".getBytes(StandardCharsets.US_ASCII), tap.refusal(new byte[] {'x'}));
        assertThrows(UnsupportedOperationException.class, () -> tap.impostor(Map.of()));
    }
}
