package org.busbar.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledResultsTest {

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.tenant("lab", Rig.EIS);
        rig.tenant("other", Rig.EIS);
        rig.broker.submit(Rig.request("r", Wish.NONE, "eis"));
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private Result giving(Values outputs) {
        Request request = rig.broker.ticket("r").orElseThrow().request();
        return new Result(request, "lab", "eis", outputs, List.of(), Instant.EPOCH);
    }

    @Test
    void who_answers_what_nobody_has_takes_it_by_that() {
        rig.results.resolve(rig.result("r", "lab"));
        assertEquals(Request.State.RESOLVED, rig.state("r"));
        assertEquals(Results.Status.ORIGINAL, rig.results.history("r").status());
    }

    @Test
    void only_who_has_it_may_answer_and_only_once() {
        rig.broker.reserve("r", "lab", Duration.ZERO);
        assertThrows(IllegalStateException.class, () -> rig.results.resolve(rig.result("r", "other")));
        rig.results.resolve(rig.result("r", "lab"));
        assertThrows(IllegalStateException.class, () -> rig.results.resolve(giving(Rig.siemens(8))));
        assertEquals(1, rig.results.history("r").versions().size());
    }

    @Test
    void the_same_answer_again_changes_nothing() {
        rig.results.resolve(rig.result("r", "lab"));
        long last = rig.journal.last();
        rig.results.resolve(rig.result("r", "lab"));
        assertEquals(last, rig.journal.last());
    }

    @Test
    void of_two_answers_at_once_one_counts() {
        AtomicInteger taken = new AtomicInteger();
        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                rig.results.resolve(giving(Rig.siemens(i)));
                taken.incrementAndGet();
            } catch (IllegalStateException e) {
                assertTrue(e.getMessage().contains("resolved by lab"), e.getMessage());
            }
        });
        assertEquals(1, taken.get());
    }

    @Test
    void what_is_retracted_is_not_answered() {
        rig.broker.retract("r", "me", "");
        assertThrows(IllegalStateException.class, () -> rig.results.resolve(rig.result("r", "lab")));
    }

    @Test
    void outputs_are_what_the_tenant_offers_or_nothing_is_kept() {
        long before = rig.journal.last();
        Values wrongUnit = Values.of("conductivity", Quantity.of(7, "K"));
        assertThrows(IllegalArgumentException.class, () -> rig.results.resolve(giving(wrongUnit)));
        assertThrows(IllegalArgumentException.class, () -> rig.results.resolve(giving(Values.none())));
        Values undeclared = Rig.siemens(7).with("more", Quantity.of(1, "1"));
        assertThrows(IllegalArgumentException.class, () -> rig.results.resolve(giving(undeclared)));
        Request request = rig.broker.ticket("r").orElseThrow().request();
        Result otherMethod = new Result(request, "lab", "guess", Rig.siemens(7), List.of(), Instant.EPOCH);
        assertThrows(IllegalArgumentException.class, () -> rig.results.resolve(otherMethod));
        assertEquals(before, rig.journal.last());
    }

    @Test
    void a_result_is_amended_by_a_new_version_and_deleted_by_a_mark() {
        rig.results.resolve(rig.result("r", "lab"));
        Result second = rig.results.amend("r", Rig.siemens(8), "anna", "wrong cell constant");
        assertEquals(2, second.version());
        Results.History history = rig.results.history("r");
        assertEquals(Results.Status.AMENDED, history.status());
        assertEquals(Rig.siemens(8), history.latest().outputs());
        assertEquals(
                List.of(2, 1), history.versions().stream().map(Result::version).toList());
        Values kelvin = Values.of("conductivity", Quantity.of(8, "K"));
        assertThrows(IllegalArgumentException.class, () -> rig.results.amend("r", kelvin, "anna", ""));
        rig.results.delete("r", "anna", "leak");
        assertEquals(Results.Status.DELETED, rig.results.history("r").status());
        assertEquals(2, rig.results.history("r").versions().size());
        assertThrows(IllegalArgumentException.class, () -> rig.results.amend("r", Rig.siemens(9), "anna", ""));
    }

    @Test
    void what_nobody_asked_for_is_taken_if_it_is_on_offer() {
        Request made = new Request("u", "ionic_conductivity", List.of("eis"), Rig.c(1), "lab");
        rig.results.report(new Result(made, "lab", "eis", Rig.siemens(7), List.of(), Instant.EPOCH));
        assertEquals(Request.State.UNSOLICITED, rig.state("u"));
        assertEquals(Rig.siemens(7), rig.results.history("u").latest().outputs());
        Request other = new Request("v", "density", List.of("eis"), Rig.c(1), "lab");
        assertThrows(
                IllegalArgumentException.class,
                () -> rig.results.report(new Result(other, "lab", "eis", Rig.siemens(7), List.of(), Instant.EPOCH)));
        Request taken = new Request("r", "ionic_conductivity", List.of("eis"), Rig.c(1), "lab");
        assertThrows(
                IllegalArgumentException.class,
                () -> rig.results.report(new Result(taken, "lab", "eis", Rig.siemens(7), List.of(), Instant.EPOCH)));
    }

    @Test
    void what_is_not_there_is_told_apart() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> rig.results.history("r"))
                .getMessage()
                .contains("has no result"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> rig.results.history("x"))
                .getMessage()
                .contains("There is no request"));
    }
}
