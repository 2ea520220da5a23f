package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.busbar.api.link.Checksum;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.link.LinkStatus.State;
import org.busbar.links.Rig.Other;
import org.busbar.links.serve.InstrumentServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One exchange after the other, over a real socket. */
class ExchangeTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Rig rig = new Rig();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private InstrumentServer server;
    private Link link;

    @BeforeEach
    void connect() throws IOException {
        server = InstrumentServer.tcp(this::hear, 0);
        link = rig.open("tcp://localhost:" + server.port() + "?timeout=9s");
    }

    @AfterEach
    void disconnect() {
        server.close();
        rig.close();
    }

    /** Each word of a line is what to do. */
    private void hear(byte[] bytes, Instrument.Voice voice) {
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n")) {
            heard.add(line);
            String word = line.split(" ")[0];
            switch (word) {
                case "silent" -> {}
                case "late" -> say(voice, "the late one\n", Duration.ofMillis(450));
                case "soon" -> say(voice, "soon\n", Duration.ofMillis(150));
                case "half" -> say(voice, "hal", NOW);
                case "twice" -> say(voice, "twice\ntwice\n", NOW);
                case "noisy" -> say(voice, "noisy\nnoise", NOW);
                case "huge" -> say(voice, "x".repeat(10_000_000) + "\n", NOW);
                case "stream" -> {
                    say(voice, "begun\n1\n2\n", NOW);
                    say(voice, "3\n", Duration.ofMillis(50));
                }
                case "gone" -> server.unplug();
                case "pieces" -> {
                    say(voice, "pie", NOW);
                    say(voice, "ces\n", Duration.ofMillis(30));
                }
                default -> say(voice, line + "!\n", NOW);
            }
        }
    }

    private static void say(Instrument.Voice voice, String text, Duration after) {
        voice.say(text.getBytes(StandardCharsets.ISO_8859_1), after);
    }

    @Test
    void a_reply_comes_whole() throws Exception {
        assertEquals("a!", link.ask("a"));
        assertEquals("pieces", link.ask("pieces"));
        assertArrayEquals(new byte[] {'b', '!'}, link.ask(new byte[] {'b'}));
        LinkStatus status = rig.only();
        assertEquals(State.CONNECTED, status.state());
        assertEquals(3, status.exchanges());
        assertEquals(0, status.failures());
        assertEquals(1, status.connections());
        assertEquals(List.of("anyone"), status.users());
        assertTrue(status.last().isPresent());
    }

    @Test
    void silence_is_no_reply_and_the_next_exchange_works() throws Exception {
        link.ask("a");
        String said = Rig.fails(Kind.NO_REPLY, () -> link.within(SHORT).ask("silent"));
        assertTrue(said.contains(link.uri()) && said.contains("\"silent\\n\"") && said.contains("300 ms"), said);
        assertEquals("a!", link.ask("a"));
        assertEquals(1, rig.only().failures());
        assertEquals(State.CONNECTED, rig.only().state());
    }

    @Test
    void a_late_reply_answers_no_later_command() throws Exception {
        link.ask("a");
        Rig.fails(Kind.NO_REPLY, () -> link.within(SHORT).ask("late"));
        assertEquals("a!", link.ask("a"));
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void half_a_reply_is_garbled_and_does_not_begin_the_next_one() throws Exception {
        String said =
                Rig.fails(Kind.GARBLED, () -> link.within(Duration.ofSeconds(1)).ask("half"));
        assertTrue(said.contains("only \"hal\" came"), said);
        assertEquals("a!", link.ask("a"));
    }

    @Test
    void a_reply_that_comes_twice_is_garbled() throws Exception {
        String said = Rig.fails(Kind.GARBLED, () -> link.ask("twice"));
        assertTrue(said.contains("came twice"), said);
        assertEquals("a!", link.ask("a"));
    }

    @Test
    void noise_after_a_reply_is_dropped_before_the_next_command_and_noted() throws Exception {
        rig.room.trace(link.uri(), Duration.ofMinutes(1));
        assertEquals("noisy", link.ask("noisy"));
        assertEquals("a!", link.ask("a"));
        assertTrue(rig.room.traced(link.uri()).stream()
                .anyMatch(entry -> entry.text().contains("dropped")));
    }

    @Test
    void ten_megabytes_are_garbled_and_the_line_recovers() throws Exception {
        String said = Rig.fails(Kind.GARBLED, () -> link.ask("huge"));
        assertTrue(said.matches(".*100000[01] bytes.*"), said);
        assertEquals("a!", link.ask("a"));
    }

    @Test
    void ten_megabytes_are_fine_where_they_are_wanted() throws Exception {
        link.close();
        Link large = rig.open("tcp://localhost:" + server.port() + "?timeout=9s&limit=20000000");
        assertEquals(10_000_000, large.ask("huge").length());
    }

    @Test
    void what_comes_after_a_reply_can_be_listened_to() throws Exception {
        assertEquals("begun", link.ask("stream"));
        assertEquals("1", link.hear());
        assertEquals("2", link.hear());
        assertEquals("3", link.hear());
        Rig.fails(Kind.NO_REPLY, () -> link.within(Duration.ofMillis(20)).hear());
        link.tell("stream");
        assertEquals("begun", link.hear());
    }

    @Test
    void a_connection_lost_in_the_middle_is_lost_and_made_again_at_the_next_exchange() throws Exception {
        link.ask("a");
        String said = Rig.fails(Kind.LOST, () -> link.ask("gone"));
        assertTrue(said.contains("\"gone\\n\""), said);
        assertEquals("a!", link.ask("a"));
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST, State.CONNECTED)));
        assertEquals(2, rig.only().connections());
    }

    @Test
    void an_idle_connection_that_is_lost_is_noticed_and_made_again_by_itself() throws Exception {
        link.ask("a");
        server.unplug();
        Rig.await(() -> rig.states().equals(List.of(State.CONNECTED, State.LOST, State.CONNECTED)));
        assertEquals(link.uri(), rig.told.get(1).uri());
        assertTrue(rig.told.get(1).reason().contains("closed"), rig.told.get(1).reason());
    }

    @Test
    void nothing_is_sent_where_nobody_listens() throws Exception {
        int port = freePort();
        Link none = rig.open("tcp://localhost:" + port);
        String said = Rig.offline(() -> none.ask("a"));
        assertTrue(
                said.contains("connection refused: is the instrument on") && said.contains("Nothing was sent"), said);
        assertTrue(Rig.offline(() -> none.tell("a")).contains("connection refused"));
        assertTrue(Rig.fails(Kind.LOST, none::hear).contains("connection refused"));
        try (InstrumentServer late = InstrumentServer.tcp(this::hear, port)) {
            Rig.await(() -> rig.states().contains(State.CONNECTED));
            assertEquals("a!", none.ask("a"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void an_unknown_host_is_said() {
        Link none = rig.open("tcp://no.such.host.invalid:1");
        assertTrue(Rig.offline(() -> none.ask("a")).contains("no.such.host.invalid is not known"));
    }

    @Test
    void a_wrong_checksum_is_garbled() throws Exception {
        Link checked = rig.open("tcp://localhost:" + server.port() + "?timeout=9s", Rig.LINES.checked(Checksum.XOR));
        String said = Rig.fails(Kind.GARBLED, () -> checked.ask("a"));
        assertTrue(said.contains(checked.uri()) && said.contains("checksum"), said);
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void an_interrupted_exchange_ends_within_50_ms_and_leaves_the_line_in_step() throws Exception {
        link.ask("a");
        Link patient = link.within(Duration.ofSeconds(30));
        Other other = new Other(() -> patient.ask("soon"));
        Rig.await(() -> heard.contains("soon"));
        long began = System.nanoTime();
        other.thread.interrupt();
        assertInstanceOf(InterruptedException.class, other.end.get(9, TimeUnit.SECONDS));
        assertTrue(System.nanoTime() - began < 1_000_000_000L);
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void one_that_waits_for_the_line_can_be_interrupted_and_then_sends_nothing() throws Exception {
        Other first = new Other(() -> link.within(Duration.ofSeconds(30)).ask("silent"));
        Rig.await(() -> heard.contains("silent"));
        Other second = new Other(() -> link.ask("never"));
        Rig.await(() -> second.thread.getState() == Thread.State.WAITING);
        second.thread.interrupt();
        assertInstanceOf(InterruptedException.class, second.end.get(9, TimeUnit.SECONDS));
        first.thread.interrupt();
        first.end.get(9, TimeUnit.SECONDS);
        assertEquals("a!", link.urgent().ask("a"));
        assertTrue(!heard.contains("never"));
    }

    @Test
    void an_interrupted_thread_sends_nothing() throws Exception {
        link.ask("a");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> link.ask("b"));
        assertEquals(List.of("a"), heard);
    }

    @Test
    void exchanges_are_made_one_at_a_time_in_the_order_in_which_they_were_asked_for() throws Exception {
        Link patient = link;
        Other first = new Other(() -> patient.ask("soon"));
        Rig.await(() -> heard.contains("soon"));
        Other second = new Other(() -> patient.ask("b"));
        Rig.await(() -> second.thread.getState() == Thread.State.WAITING);
        Other third = new Other(() -> rig.open(link.uri()).ask("c"));
        Rig.await(() -> third.thread.getState() == Thread.State.WAITING);
        third.end.get(9, TimeUnit.SECONDS);
        assertEquals(List.of("soon", "b", "c"), heard);
        assertTrue(first.end.isDone() && second.end.isDone());
    }

    @Test
    void the_urgent_cuts_off_what_its_own_link_does_and_comes_before_those_that_wait() throws Exception {
        AtomicReference<String> stopped = new AtomicReference<>();
        Link patient = link.within(Duration.ofSeconds(30));
        Other own = new Other(() -> patient.ask("silent"));
        Rig.await(() -> heard.contains("silent"));
        Other waiting = new Other(() -> link.ask("waits"));
        Rig.await(() -> waiting.thread.getState() == Thread.State.WAITING);
        stopped.set(link.urgent().ask("stop"));
        assertEquals("stop!", stopped.get());
        assertEquals(Kind.CUT_OFF, ((LinkException) own.end.get(9, TimeUnit.SECONDS)).kind());
        waiting.end.get(9, TimeUnit.SECONDS);
        assertEquals(List.of("silent", "stop", "waits"), heard);
    }

    @Test
    void the_urgent_lets_another_device_on_the_line_end() throws Exception {
        Link other = rig.open(link.uri());
        AtomicReference<String> reply = new AtomicReference<>();
        Other first = new Other(() -> reply.set(other.ask("soon")));
        Rig.await(() -> heard.contains("soon"));
        assertEquals("stop!", link.urgent().ask("stop"));
        first.end.get(9, TimeUnit.SECONDS);
        assertEquals("soon", reply.get());
    }

    @Test
    void closing_ends_whatever_waits_and_disconnects_when_the_last_one_goes() throws Exception {
        Link second = rig.open(link.uri());
        Other under = new Other(() -> link.within(Duration.ofSeconds(30)).ask("silent"));
        Rig.await(() -> heard.contains("silent"));
        Other waiting = new Other(() -> link.ask("never"));
        Rig.await(() -> waiting.thread.getState() == Thread.State.WAITING);
        link.close();
        link.close();
        assertEquals(Kind.LOST, ((LinkException) under.end.get(9, TimeUnit.SECONDS)).kind());
        assertTrue(waiting.end.get(9, TimeUnit.SECONDS).getMessage().contains("is closed"));
        assertTrue(Rig.offline(() -> link.ask("a")).contains("is closed"));
        assertEquals("a!", second.urgent().ask("a"));
        second.close();
        assertEquals(List.of(), rig.room.links());
    }

    @Test
    void a_gap_is_kept_between_two_exchanges() throws Exception {
        link.close();
        Link slow = rig.open("tcp://localhost:" + server.port() + "?gap=100ms");
        slow.ask("a");
        long began = System.nanoTime();
        slow.ask("b");
        assertTrue(System.nanoTime() - began >= 95_000_000L);
    }

    @Test
    void several_framings_may_be_spoken_on_one_line() throws Exception {
        Link bang = rig.open(link.uri(), Framing.lines("\n", "!"));
        assertEquals("a", bang.ask("a"));
        assertEquals("b!", link.ask("b"));
    }

    @Test
    void a_framing_that_fails_leaves_the_line_usable() throws Exception {
        Link wrong = rig.open(link.uri(), Framing.prefixed(1));
        assertThrows(IllegalArgumentException.class, () -> wrong.ask(new byte[300]));
        assertEquals("a!", link.ask("a"));
    }
}
