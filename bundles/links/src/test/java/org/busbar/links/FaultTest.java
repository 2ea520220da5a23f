package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.link.Checksum;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus.State;
import org.busbar.api.link.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each failure that a link can act out. */
class FaultTest {

    private static final String URI = "sim:echo?timeout=9s";

    private final Rig rig = new Rig();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Link link;

    private final class Echo implements Simulator {

        @Override
        public Instrument instrument(Map<String, String> options) {
            return Instrument.answering("\n", line -> {
                heard.add(line);
                return line.equals("who") ? "right" : line + "!";
            });
        }

        @Override
        public byte[] refusal() {
            return "no\n".getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public byte[] refusal(byte[] heard) {
            return ("no " + new String(heard, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public Instrument impostor(Map<String, String> options) {
            return Instrument.answering("\n", line -> "wrong");
        }
    }

    @BeforeEach
    void open() throws Exception {
        rig.room.add("echo", new Echo());
        rig.room.add("plain", options -> Instrument.answering("\n", line -> line));
        link = rig.open(URI);
        link.ask("first");
        heard.clear();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Link hasty() {
        return link.within(Duration.ofMillis(300));
    }

    private void once(LinkFault.Kind kind) {
        rig.room.inject(URI, LinkFault.once(kind));
    }

    @Test
    void fail_answers_with_a_refusal_and_does_nothing() throws Exception {
        once(LinkFault.Kind.FAIL);
        assertEquals("no a", link.ask("a"));
        assertEquals(List.of(), heard);
        assertEquals("a!", link.ask("a"));
        once(LinkFault.Kind.FAIL);
        link.tell("start");
        assertEquals("no start", link.hear());
    }

    @Test
    void hang_takes_what_is_sent_and_never_answers() throws Exception {
        once(LinkFault.Kind.HANG);
        Rig.fails(Kind.NO_REPLY, () -> hasty().ask("a"));
        assertEquals(List.of("a"), heard);
        assertEquals("b!", link.urgent().ask("b"));
        assertEquals(State.CONNECTED, rig.only().state());
        once(LinkFault.Kind.HANG);
        link.tell("start");
        Rig.fails(Kind.NO_REPLY, () -> hasty().hear());
    }

    @Test
    void slow_answers_late_and_beyond_the_timeout_not_at_all() throws Exception {
        long began = System.nanoTime();
        rig.room.inject(URI, new LinkFault(LinkFault.Kind.SLOW, 1, 1, 0, 6));
        assertEquals("a!", link.ask("a"));
        assertTrue(System.nanoTime() - began >= 60_000_000L);
        rig.room.inject(URI, new LinkFault(LinkFault.Kind.SLOW, 1, 1, 0, 100));
        Rig.fails(Kind.NO_REPLY, () -> hasty().ask("b"));
        assertEquals("c!", link.ask("c"));
    }

    @Test
    void drop_before_sends_nothing_and_comes_back() throws Exception {
        once(LinkFault.Kind.DROP_BEFORE);
        assertTrue(Rig.offline(() -> link.ask("a")).contains("acted out: drop before"));
        assertEquals(List.of(), heard);
        assertEquals(State.LOST, rig.only().state());
        Rig.offline(() -> link.ask("a"));
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST, State.CONNECTED)));
        assertEquals("a!", link.ask("a"));
    }

    @Test
    void drop_during_sends_and_loses_the_reply() throws Exception {
        once(LinkFault.Kind.DROP_DURING);
        Rig.fails(Kind.LOST, () -> link.ask("a"));
        assertEquals(List.of("a"), heard);
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST, State.CONNECTED)));
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void garbage_is_garbled_or_a_text_with_no_character_of_the_reply() throws Exception {
        rig.room.inject(URI, LinkFault.always(LinkFault.Kind.GARBAGE));
        assertTrue(Rig.fails(Kind.GARBLED, () -> hasty().ask("abcdef")).contains("only \"abcd\""));
        assertTrue(Rig.fails(Kind.GARBLED, () -> link.ask("abcdef")).contains("twice"));
        assertEquals("\u00E1\u00E2\u00E3\u00A1", link.ask("abc"));
        link.tell("abc");
        Rig.fails(Kind.NO_REPLY, () -> hasty().hear());
        rig.room.mend(URI);
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void garbage_with_a_checksum_is_always_garbled() throws Exception {
        Simulator summed = options -> (bytes, voice) -> voice.say(bytes);
        rig.room.add("summed", summed);
        Link checked = rig.open("sim:summed?timeout=500ms", Rig.LINES.checked(Checksum.SUM_HEX));
        assertEquals("abc", checked.ask("abc"));
        rig.room.inject("sim:summed?timeout=500ms", LinkFault.always(LinkFault.Kind.GARBAGE));
        for (int i = 0; i < 4; i++) {
            Rig.fails(Kind.GARBLED, () -> checked.ask("abc"));
        }
    }

    @Test
    void another_instrument_is_there_until_it_is_mended() throws Exception {
        assertEquals("right", link.ask("who"));
        rig.room.inject(URI, LinkFault.always(LinkFault.Kind.WRONG_DEVICE));
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST, State.CONNECTED)));
        assertEquals("wrong", link.ask("who"));
        assertEquals("wrong", link.ask("who"));
        rig.room.mend(URI);
        Rig.await(() -> rig.told.size() == 5 && rig.only().state() == State.CONNECTED);
        assertEquals("right", link.ask("who"));
    }

    @Test
    void another_instrument_is_there_at_once_on_a_line_that_nobody_has_used() throws Exception {
        Link fresh = rig.open("sim:echo/fresh");
        rig.room.inject("sim:echo/fresh", LinkFault.always(LinkFault.Kind.WRONG_DEVICE));
        assertEquals("wrong", fresh.ask("who"));
    }

    @Test
    void another_instrument_goes_after_as_many_exchanges_as_were_wanted() throws Exception {
        rig.room.inject(URI, LinkFault.once(LinkFault.Kind.WRONG_DEVICE));
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST, State.CONNECTED)));
        assertEquals("wrong", link.ask("who"));
        Rig.await(() -> rig.told.size() == 5);
        assertEquals("right", link.ask("who"));
        assertEquals(List.of(), rig.only().faults());
    }

    @Test
    void what_cannot_be_acted_out_is_refused_with_the_reason() {
        rig.open("sim:plain");
        rig.open("tcp://localhost:9");
        assertTrue(refused("sim:plain", LinkFault.Kind.FAIL).contains("its simulator knows no refusal"));
        assertTrue(refused("sim:plain", LinkFault.Kind.WRONG_DEVICE).contains("cannot be told apart"));
        assertTrue(refused("tcp://localhost:9", LinkFault.Kind.FAIL).contains("only a simulated instrument"));
        assertTrue(refused("tcp://localhost:9", LinkFault.Kind.WRONG_DEVICE).contains("only a simulated instrument"));
        assertTrue(refused("sim:none", LinkFault.Kind.HANG).contains("There is no line sim:none; there are: sim:echo"));
    }

    private String refused(String uri, LinkFault.Kind kind) {
        return assertThrows(IllegalArgumentException.class, () -> rig.room.inject(uri, LinkFault.once(kind)))
                .getMessage();
    }

    @Test
    void a_fault_is_over_after_its_count_and_shown_till_then() throws Exception {
        rig.room.inject(URI, new LinkFault(LinkFault.Kind.FAIL, 2, 1, 0, 1));
        assertEquals(2, rig.only().faults().get(0).count());
        assertEquals("no a", link.ask("a"));
        assertEquals(1, rig.only().faults().get(0).count());
        assertEquals("no a", link.ask("a"));
        assertEquals(List.of(), rig.only().faults());
        assertEquals("a!", link.ask("a"));
    }

    @Test
    void the_same_seed_hits_the_same_exchanges() throws Exception {
        List<String> first = hits(7);
        assertEquals(first, hits(7));
        assertTrue(!first.equals(hits(8)));
        long hit = first.stream().filter(one -> one.startsWith("no ")).count();
        assertTrue(hit > 60 && hit < 140, "about 100 of 200, not " + hit);
    }

    private List<String> hits(long seed) throws Exception {
        rig.room.inject(URI, new LinkFault(LinkFault.Kind.FAIL, LinkFault.ALWAYS, 0.5, seed, 1));
        List<String> replies = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            replies.add(link.ask("a"));
        }
        rig.room.mend(URI);
        return replies;
    }

    @Test
    void a_flip_can_be_noticed_in_any_message() throws LinkException {
        for (String message : List.of("", "1", "12.5", "\n")) {
            byte[] frame = Rig.LINES.frame(message.getBytes(StandardCharsets.ISO_8859_1));
            for (Damage damage : Damage.values()) {
                byte[] wrong = damage.of(frame, message.getBytes(StandardCharsets.ISO_8859_1));
                assertTrue(!Arrays.equals(frame, wrong));
            }
        }
    }

    @Test
    void every_fault_is_noted_in_the_trace() {
        rig.room.trace(URI, Duration.ofMinutes(1));
        once(LinkFault.Kind.DROP_BEFORE);
        Rig.offline(() -> link.ask("a"));
        assertTrue(rig.room.traced(URI).stream().anyMatch(entry -> entry.text().equals("acted out: drop before")));
    }
}
