package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures of a line on which an instrument speaks by itself. */
class ListeningFaultTest {

    private static final String URI = "sim:meter?timeout=9s";

    private final Rig rig = new Rig();
    private Link link;

    @BeforeEach
    void begin() throws Exception {
        rig.room.add(
                "meter",
                options -> Instrument.answering("\n", line -> line.equals("again") ? "yes" : "begun\n1\n2\n3"));
        link = rig.open(URI);
        assertEquals("begun", link.ask("run"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Link hasty() {
        return link.within(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkFault.Kind.class,
            names = {"DROP_BEFORE", "DROP_DURING"})
    void a_drop_cuts_the_line_while_it_is_listened_to(LinkFault.Kind drop) throws Exception {
        assertEquals("1", link.hear());
        rig.room.inject(URI, LinkFault.once(drop));
        String said = Rig.fails(Kind.LOST, link::hear);
        assertTrue(said.startsWith(URI + ": it was lost while it was listened to: acted out: drop"), said);
        Rig.await(() -> rig.only().state() == State.CONNECTED);
        Rig.fails(Kind.NO_REPLY, () -> hasty().hear());
        assertEquals("yes", link.ask("again"));
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkFault.Kind.class,
            names = {"DROP_BEFORE", "DROP_DURING"})
    void a_drop_ends_a_listening_that_waits(LinkFault.Kind drop) throws Exception {
        link.hear();
        link.hear();
        link.hear();
        Rig.Other other = new Rig.Other(() -> link.within(Duration.ofMinutes(5)).hear());
        Rig.await(() -> other.thread.getState() == Thread.State.TIMED_WAITING);
        rig.room.inject(URI, LinkFault.once(drop));
        assertEquals(Kind.LOST, ((LinkException) other.end.get(9, TimeUnit.SECONDS)).kind());
    }

    @Test
    void a_hang_swallows_what_is_listened_to_until_something_is_sent() throws Exception {
        assertEquals("1", link.hear());
        rig.room.inject(URI, LinkFault.once(LinkFault.Kind.HANG));
        Rig.fails(Kind.NO_REPLY, () -> hasty().hear());
        Rig.fails(Kind.NO_REPLY, () -> hasty().hear());
        assertEquals("yes", link.ask("again"));
    }

    @Test
    void garbage_damages_what_is_listened_to() throws Exception {
        rig.room.inject(URI, new LinkFault(LinkFault.Kind.GARBAGE, 1, 1, 1, 1));
        assertEquals("\u00B1", link.hear());
        assertEquals("2", link.hear());
    }

    @Test
    void other_faults_wait_for_something_that_is_sent() throws Exception {
        rig.room.inject(URI, LinkFault.once(LinkFault.Kind.SLOW));
        assertEquals("1", link.hear());
        assertEquals(1, rig.only().faults().size());
    }

    @Test
    void the_same_seed_hits_the_same_listenings_and_as_many_as_were_wanted() throws Exception {
        link.ask("again");
        List<String> first = damaged(7);
        assertEquals(first, damaged(7));
        assertTrue(!first.equals(damaged(8)));
    }

    private List<String> damaged(long seed) throws Exception {
        link.tell("run\n".repeat(10));
        rig.room.inject(URI, new LinkFault(LinkFault.Kind.GARBAGE, 5, 0.3, seed, 1));
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            heard.add(link.hear());
        }
        assertEquals(0, rig.only().faults().size(), "5 of 32 were hit, and no more");
        link.ask("again");
        return heard;
    }
}
