package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkStatus.State;
import org.busbar.api.link.Simulator;
import org.busbar.api.link.Switchboard.Way;
import org.busbar.api.link.Traffic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instruments in software, and what the switchboard shows of them. */
class SimulatedTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Counts what it was told. */
    private static Instrument counter(Map<String, String> options) {
        AtomicInteger count = new AtomicInteger(Integer.parseInt(options.getOrDefault("from", "0")));
        return Instrument.answering("\n", line -> String.valueOf(count.incrementAndGet()));
    }

    @Test
    void each_uri_has_an_instrument_of_its_own_that_keeps_its_state() throws Exception {
        rig.room.add("counter", SimulatedTest::counter);
        Link link = rig.open("sim:counter?timeout=1s");
        assertEquals("1", link.ask("x"));
        assertEquals("1", rig.open("sim:counter/left").ask("x"));
        assertEquals("8", rig.open("sim:counter?from=7").ask("x"));
        link.close();
        assertEquals("2", rig.open("sim:counter").ask("x"));
    }

    @Test
    void a_simulator_may_come_later_and_go_and_comes_back_afresh() throws Exception {
        Link link = rig.open("sim:counter");
        String said = Rig.offline(() -> link.ask("x"));
        assertTrue(said.contains("there is no simulator counter; there are none"), said);
        Simulator simulator = SimulatedTest::counter;
        rig.room.addSimulator(simulator, Map.of("simulator", "counter"));
        Rig.await(() -> rig.only().state() == State.CONNECTED);
        assertEquals("1", link.ask("x"));
        rig.room.removeSimulator(simulator, Map.of("simulator", "counter"));
        assertEquals(State.LOST, rig.only().state());
        rig.room.add("other", simulator);
        Rig.await(() -> Rig.offline(() -> link.ask("x")).contains("there are: other"));
        rig.room.add("counter", simulator);
        Rig.await(() -> rig.only().state() == State.CONNECTED);
        assertEquals("1", link.ask("x"));
    }

    @Test
    void a_simulator_that_refuses_its_options_is_offline_with_its_words() {
        rig.room.add("counter", SimulatedTest::counter);
        assertTrue(
                Rig.offline(() -> rig.open("sim:counter?from=many").ask("x")).contains("For input string: \"many\""));
    }

    @Test
    void an_instrument_that_fails_is_lost() throws Exception {
        rig.room.add("broken", options -> (bytes, voice) -> {
            throw new IllegalStateException("a wheel came off");
        });
        Link link = rig.open("sim:broken");
        assertTrue(Rig.fails(Kind.LOST, () -> link.ask("x")).contains("a wheel came off"));
    }

    @Test
    void what_is_said_first_comes_first() throws Exception {
        rig.room.add("orator", options -> (bytes, voice) -> {
            voice.say(bytes("one\n"), Duration.ofMillis(40));
            voice.say(bytes("two\n"), Duration.ofMillis(5));
            voice.say(bytes("three\n"));
        });
        Link link = rig.open("sim:orator");
        assertEquals("one", link.ask("x"));
        assertEquals("two", link.hear());
        assertEquals("three", link.hear());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_trace_shows_what_went_each_way_and_ends() throws Exception {
        rig.room.add("counter", SimulatedTest::counter);
        Link link = rig.open("sim:counter");
        link.ask("before");
        assertEquals(List.of(), rig.room.traced("sim:counter"));
        rig.room.trace("sim:counter", Duration.ofMillis(300));
        assertTrue(rig.only().tracedUntil().isPresent());
        link.ask("x");
        assertEquals(
                List.of(Way.SENT, Way.RECEIVED),
                rig.room.traced("sim:counter").stream()
                        .map(entry -> entry.way())
                        .toList());
        assertEquals("x\n", rig.room.traced("sim:counter").get(0).text());
        Rig.await(() -> rig.only().tracedUntil().isEmpty());
        link.ask("y");
        assertEquals(2, rig.room.traced("sim:counter").size());
        rig.room.trace("sim:counter", Duration.ofMinutes(1));
        rig.room.trace("sim:counter", Duration.ZERO);
        assertTrue(rig.only().tracedUntil().isEmpty());
    }

    @Test
    void a_trace_keeps_the_last_10000_entries() {
        Trace trace = new Trace();
        trace.on(Duration.ofMinutes(1));
        for (int i = 0; i < 10_500; i++) {
            trace.note("entry " + i);
        }
        assertEquals(10_000, trace.entries().size());
        assertEquals("entry 500", trace.entries().get(0).text());
    }

    @Test
    void each_spelling_of_a_line_is_told_of() throws Exception {
        rig.room.add("counter", SimulatedTest::counter);
        Link first = rig.open("sim:counter");
        rig.open("sim:counter?timeout=5s");
        first.ask("x");
        Rig.await(() -> rig.told.size() == 2);
        assertEquals(
                List.of("sim:counter", "sim:counter?timeout=5s"),
                rig.told.stream().map(status -> status.uri()).sorted().toList());
        assertTrue(rig.told.get(0).isSimulated());
    }

    @Test
    void a_listener_that_fails_does_not_keep_others_from_being_told() throws Exception {
        rig.room.add("counter", SimulatedTest::counter);
        rig.room.addListener(status -> {
            throw new IllegalStateException("deaf");
        });
        AtomicInteger last = new AtomicInteger();
        rig.room.addListener(status -> last.incrementAndGet());
        rig.open("sim:counter").ask("x");
        Rig.await(() -> last.get() == 1);
    }

    @Test
    void a_listener_may_use_the_links() throws Exception {
        rig.room.add("counter", SimulatedTest::counter);
        AtomicInteger done = new AtomicInteger();
        Link link = rig.open("sim:counter");
        rig.room.addListener(status -> {
            try {
                done.set(Integer.parseInt(link.ask("x")));
            } catch (Exception e) {
                done.set(-1);
            }
        });
        link.ask("x");
        Rig.await(() -> done.get() == 2);
    }

    @Test
    void traffic_is_told_when_something_is_sent_and_only_then() throws Exception {
        Link link = rig.open("sim:counter");
        Traffic.begin();
        Rig.offline(() -> link.ask("x"));
        assertTrue(!Traffic.isAny());
        rig.room.add("counter", SimulatedTest::counter);
        Rig.await(() -> rig.only().state() == State.CONNECTED);
        link.ask("x");
        assertTrue(Traffic.isAny());
    }

    @Test
    void a_lost_line_is_tried_at_once_when_a_person_wants_it() throws Exception {
        Link link = rig.open("sim:counter");
        Rig.offline(() -> link.ask("x"));
        rig.room.reconnect("sim:counter");
        assertEquals(State.LOST, rig.only().state());
    }
}
