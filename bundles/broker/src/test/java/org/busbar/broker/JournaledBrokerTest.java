package org.busbar.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledBrokerTest {

    private static final Capability CAPABILITY = new Capability(
            "conductivity",
            List.of(Parameter.real("c", "mol/kg", 0, 2)),
            List.of(Parameter.real("conductivity", "mS/cm")));

    @TempDir
    Path folder;

    private SqliteJournal journal;
    private JournaledBroker broker;

    @BeforeEach
    void open() {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        broker = new JournaledBroker(journal);
        broker.addTenant(() -> List.of(new Offer("ionic_conductivity", "eis", CAPABILITY)), Map.of("lab.id", "lab"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Request request(String id, double c) {
        return new Request(id, "ionic_conductivity", List.of(), Values.of("c", Quantity.of(c, "mol/kg")), "campaign:x");
    }

    private static Result result(String id, String tenant) {
        Values outputs = Values.of("conductivity", Quantity.of(7, 0.1, "mS/cm"));
        return new Result(request(id, 1), tenant, "eis", outputs, List.of(), Instant.EPOCH);
    }

    @Test
    void a_request_goes_from_pending_to_reserved_to_resolved() {
        broker.submit(request("r", 1));
        assertEquals(List.of("r"), broker.pending().stream().map(Request::id).toList());
        assertTrue(broker.reserve("r", "lab"));
        assertEquals(Optional.of(Request.State.RESERVED), broker.state("r"));
        assertEquals(1, broker.reserved("lab").size());
        broker.resolve(result("r", "lab"));
        assertEquals(Optional.of(Request.State.RESOLVED), broker.state("r"));
        assertTrue(broker.pending().isEmpty());
    }

    @Test
    void only_one_of_many_tenants_gets_it() {
        for (int i = 0; i < 50; i++) {
            String id = "r" + i;
            broker.submit(request(id, 1));
            AtomicInteger won = new AtomicInteger();
            IntStream.range(0, 8).parallel().forEach(t -> won.addAndGet(broker.reserve(id, "t" + t) ? 1 : 0));
            assertEquals(1, won.get());
        }
    }

    @Test
    void what_nobody_can_do_is_refused_with_what_the_nearest_offer_says() {
        String message = assertThrows(IllegalArgumentException.class, () -> broker.submit(request("r", 3)))
                .getMessage();
        assertTrue(message.contains("c = 3 mol/kg is above the limit of 2 mol/kg"), message);
        Request other = new Request("q", "density", List.of(), Values.none(), "me");
        message = assertThrows(IllegalArgumentException.class, () -> broker.submit(other))
                .getMessage();
        assertTrue(message.contains("ionic_conductivity by eis"), message);
        assertEquals(Optional.empty(), broker.state("r"));
        assertEquals(0, journal.last());
    }

    @Test
    void the_same_id_twice_changes_nothing() {
        broker.submit(request("r", 1));
        broker.submit(request("r", 1));
        assertEquals(1, journal.last());
    }

    @Test
    void only_who_reserved_it_may_answer_and_only_once() {
        broker.submit(request("r", 1));
        assertThrows(IllegalStateException.class, () -> broker.resolve(result("r", "lab")));
        broker.reserve("r", "lab");
        assertThrows(IllegalStateException.class, () -> broker.resolve(result("r", "other")));
        broker.resolve(result("r", "lab"));
        assertThrows(IllegalStateException.class, () -> broker.resolve(result("r", "lab")));
        assertThrows(IllegalStateException.class, () -> broker.fail("r", "lab", "no"));
        assertFalse(broker.reserve("r", "lab"));
    }

    @Test
    void open_requests_and_their_owners_survive_a_restart() {
        broker.submit(request("a", 1));
        broker.submit(request("b", 1));
        broker.submit(request("c", 1));
        broker.submit(request("d", 1));
        broker.reserve("b", "lab");
        broker.reserve("c", "lab");
        broker.resolve(result("c", "lab"));
        broker.retract("d", "not needed");
        JournaledBroker again = new JournaledBroker(journal);
        assertEquals(List.of("a"), again.pending().stream().map(Request::id).toList());
        assertEquals(
                List.of("b"), again.reserved("lab").stream().map(Request::id).toList());
        assertEquals(Optional.of(Request.State.RESOLVED), again.state("c"));
        assertEquals(Optional.of(Request.State.RETRACTED), again.state("d"));
    }
}
