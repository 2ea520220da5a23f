package org.busbar.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import org.busbar.api.broker.Wish;
import org.busbar.api.event.LabEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledBrokerTest {

    private static final Duration FOR_EVER = Duration.ZERO;

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.tenant("lab", Rig.EIS);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void a_request_goes_from_pending_to_reserved_to_running_to_resolved() {
        assertEquals(
                Request.State.PENDING, rig.broker.submit(Rig.request("r", 1)).state());
        assertEquals(List.of("r"), rig.pending("lab"));
        assertTrue(rig.broker.reserve("r", "lab", FOR_EVER));
        assertEquals(Request.State.RESERVED, rig.state("r"));
        assertEquals(1, rig.broker.reserved("lab").size());
        rig.broker.begin("r", "lab");
        assertEquals(Request.State.RUNNING, rig.state("r"));
        rig.results.resolve(rig.result("r", "lab"));
        Ticket ticket = rig.broker.ticket("r").orElseThrow();
        assertEquals(Request.State.RESOLVED, ticket.state());
        assertEquals("lab", ticket.tenant());
        assertEquals("eis", ticket.method());
        assertEquals(List.of(), rig.pending("lab"));
        assertEquals(List.of(), rig.broker.open());
    }

    @Test
    void only_one_of_many_tenants_gets_it() {
        IntStream.range(0, 8).forEach(t -> rig.tenant("t" + t, Rig.EIS));
        for (int i = 0; i < 50; i++) {
            String id = "r" + i;
            rig.broker.submit(Rig.request(id, 1));
            AtomicInteger won = new AtomicInteger();
            IntStream.range(0, 8)
                    .parallel()
                    .forEach(t -> won.addAndGet(rig.broker.reserve(id, "t" + t, FOR_EVER) ? 1 : 0));
            assertEquals(1, won.get());
        }
    }

    @Test
    void who_has_it_may_reserve_it_again_and_nothing_is_written() {
        rig.broker.submit(Rig.request("r", 1));
        assertTrue(rig.broker.reserve("r", "lab", FOR_EVER));
        long last = rig.journal.last();
        assertTrue(rig.broker.reserve("r", "lab", FOR_EVER));
        assertEquals(last, rig.journal.last());
    }

    @Test
    void who_does_not_offer_it_cannot_take_it() {
        rig.tenant("other", Rig.by("titration", org.busbar.api.broker.Price.Source.EXPERIMENT, 1, 0.1));
        rig.broker.submit(Rig.request("r", Wish.NONE, "eis"));
        assertFalse(rig.broker.reserve("r", "other", FOR_EVER));
        assertFalse(rig.broker.reserve("r", "nobody", FOR_EVER));
        assertEquals(List.of(), rig.pending("other"));
        assertEquals(Request.State.PENDING, rig.state("r"));
    }

    @Test
    void those_of_higher_priority_come_first_then_the_oldest() {
        rig.broker.submit(Rig.request("a", Wish.NONE));
        rig.broker.submit(Rig.request("b", Rig.priority(5)));
        rig.broker.submit(Rig.request("c", Rig.priority(-1)));
        rig.broker.submit(Rig.request("d", Rig.priority(5)));
        assertEquals(List.of("b", "d", "a", "c"), rig.pending("lab"));
    }

    @Test
    void the_same_id_twice_changes_nothing_also_after_its_end() {
        rig.broker.submit(Rig.request("r", 1));
        rig.broker.submit(Rig.request("r", 1));
        assertEquals(1, rig.journal.last());
        rig.broker.retract("r", "me", "");
        assertEquals(
                Request.State.RETRACTED, rig.broker.submit(Rig.request("r", 1)).state());
        assertEquals(2, rig.journal.last());
    }

    @Test
    void the_same_id_from_many_threads_is_one_request() {
        IntStream.range(0, 200).parallel().forEach(i -> rig.broker.submit(Rig.request("r" + i % 10, 1)));
        assertEquals(10, rig.journal.last());
        assertEquals(10, rig.broker.open().size());
    }

    @Test
    void the_id_of_something_else_is_refused() {
        rig.journal.append(new LabEvent.Noted(java.time.Instant.EPOCH, "taken", "x", "y"));
        assertThrows(IllegalArgumentException.class, () -> rig.broker.submit(Rig.request("taken", 1)));
        assertEquals(1, rig.journal.last());
    }

    @Test
    void what_was_given_back_is_open_for_others() {
        rig.tenant("other", Rig.EIS);
        rig.broker.submit(Rig.request("r", 1));
        rig.broker.reserve("r", "lab", FOR_EVER);
        assertFalse(rig.broker.reserve("r", "other", FOR_EVER));
        rig.broker.release("r", "lab", "no time");
        assertEquals("no time", rig.broker.ticket("r").orElseThrow().reason());
        assertTrue(rig.broker.reserve("r", "other", FOR_EVER));
    }

    @Test
    void an_experiment_that_has_begun_is_not_given_back() {
        rig.broker.submit(Rig.request("r", 1));
        rig.broker.reserve("r", "lab", FOR_EVER);
        rig.broker.begin("r", "lab");
        assertThrows(IllegalStateException.class, () -> rig.broker.release("r", "lab", "no time"));
        assertEquals(Request.State.RUNNING, rig.state("r"));
    }

    @Test
    void only_who_has_it_may_say_anything_of_it() {
        rig.broker.submit(Rig.request("r", 1));
        assertThrows(IllegalStateException.class, () -> rig.broker.begin("r", "lab"));
        rig.broker.reserve("r", "lab", FOR_EVER);
        String message = assertThrows(IllegalStateException.class, () -> rig.broker.fail("r", "other", "no"))
                .getMessage();
        assertEquals("Request r is not with other: it is reserved by lab", message);
        assertThrows(IllegalStateException.class, () -> rig.broker.renew("r", "other"));
        rig.broker.fail("r", "lab", "no");
        assertEquals(Request.State.FAILED, rig.state("r"));
        assertFalse(rig.broker.reserve("r", "lab", FOR_EVER));
        assertThrows(IllegalStateException.class, () -> rig.broker.fail("r", "lab", "no"));
    }

    @Test
    void requests_are_made_for_the_sake_of_others() {
        rig.broker.submit(Rig.request("parent", 1));
        rig.broker.submit(Rig.request("a", Wish.NONE.under("parent")));
        rig.broker.submit(Rig.request("b", Wish.NONE.under("parent")));
        assertEquals(
                List.of("a", "b"),
                rig.broker.children("parent").stream()
                        .map(ticket -> ticket.request().id())
                        .toList());
        assertThrows(
                IllegalArgumentException.class, () -> rig.broker.submit(Rig.request("c", Wish.NONE.under("nothing"))));
        assertEquals(Optional.empty(), rig.broker.ticket("c"));
    }

    @Test
    void what_the_lab_rejects_is_at_an_end() {
        rig.broker.submit(Rig.request("r", 1));
        rig.broker.reject("r", "chief", "too dangerous");
        assertEquals(Request.State.REJECTED, rig.state("r"));
        assertEquals(
                "rejected by chief: too dangerous",
                rig.broker.ticket("r").orElseThrow().reason());
    }

    @Test
    void open_requests_and_their_owners_survive_a_restart() throws Exception {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            rig.broker.submit(Rig.request(id, 1));
        }
        rig.broker.reserve("b", "lab", FOR_EVER);
        rig.broker.reserve("c", "lab", FOR_EVER);
        rig.results.resolve(rig.result("c", "lab"));
        rig.broker.retract("d", "me", "not needed");
        rig.broker.reserve("e", "lab", FOR_EVER);
        rig.broker.begin("e", "lab");
        Map<String, Request.State> before = states();
        rig = rig.restarted();
        rig.tenant("lab", Rig.EIS);
        assertEquals(List.of("a"), rig.pending("lab"));
        assertEquals(
                List.of("b", "e"),
                rig.broker.reserved("lab").stream().map(Request::id).toList());
        assertEquals(before, states());
    }

    private Map<String, Request.State> states() {
        return List.of("a", "b", "c", "d", "e").stream()
                .collect(java.util.stream.Collectors.toMap(id -> id, id -> rig.state(id)));
    }
}
