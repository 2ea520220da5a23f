package org.busbar.lab;

import static org.busbar.lab.Laboratory.X;
import static org.busbar.lab.Laboratory.await;
import static org.busbar.lab.Laboratory.measure;
import static org.busbar.lab.Laboratory.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Verb;
import org.busbar.api.lab.Procedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LabTenantTest {

    @TempDir
    Path root;

    private final Laboratory.Meter meter = new Laboratory.Meter();

    private Laboratory lab() {
        return new Laboratory(root, meter);
    }

    private static void requireAnsweredOnce(Laboratory lab, String id) throws Exception {
        lab.awaitResult(id);
        assertEquals(Optional.of(Request.State.RESOLVED), lab.broker.state(id));
        assertEquals(1, lab.events(id, LabEvent.Resolved.class).size());
        assertEquals(1, lab.events(id, LabEvent.Reserved.class).size());
        assertEquals(1, lab.events("run-" + id, LabEvent.RunBegun.class).size());
        assertEquals(1, lab.events("run-" + id, LabEvent.RunEnded.class).size());
    }

    @Test
    void it_offers_what_its_sequences_determine() throws Exception {
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.put("b", new Procedure(measure("b", "", X).sequence(), "", ""));
            List<Offer> offers = lab.tenant().offers();
            assertEquals(1, offers.size());
            assertEquals("current", offers.get(0).quantity());
            assertEquals("sweep", offers.get(0).method());
            Capability capability = offers.get(0).capability();
            assertEquals(List.of(X), capability.inputs());
            assertEquals(
                    List.of("y"),
                    capability.outputs().stream().map(Parameter::name).toList());
        }
    }

    @Test
    void a_request_is_run_and_answered_with_its_provenance() throws Exception {
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.broker.submit(request("r", 4));
            Result result = lab.awaitResult("r").result();
            assertEquals(request("r", 4), result.request());
            assertEquals("lab", result.tenant());
            assertEquals("sweep", result.method());
            assertEquals(Values.of("y", Quantity.of(2, "A")), result.outputs());
            assertEquals(1, result.provenance().size());
            assertEquals("read", result.provenance().get(0).step());
            assertEquals("meter", result.provenance().get(0).agent().id());
            assertEquals("measure", result.provenance().get(0).capability());
            assertEquals(
                    Values.of("x", Quantity.of(4, "V")),
                    result.provenance().get(0).inputs());
            assertEquals(result.outputs(), result.provenance().get(0).outputs());
            assertEquals("request:r", result.provenance().get(0).askedBy());
            LabEvent.RunBegun begun =
                    lab.events("run-r", LabEvent.RunBegun.class).get(0);
            assertEquals("request:r", begun.begun().askedBy());
            requireAnsweredOnce(lab, "r");
        }
        assertEquals(1, meter.begun.get());
    }

    @Test
    void many_requests_are_each_answered_once() throws Exception {
        try (Laboratory lab = lab().withSequence().withTenant()) {
            for (int i = 0; i < 30; i++) {
                lab.broker.submit(request("r" + i, i / 10.0));
            }
            for (int i = 0; i < 30; i++) {
                requireAnsweredOnce(lab, "r" + i);
            }
        }
        assertEquals(30, meter.begun.get());
    }

    @Test
    void a_run_that_fails_fails_its_request_with_the_reason() throws Exception {
        meter.refusal = "the probe is dry; fill the cell";
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.broker.submit(request("r", 4));
            await(() -> lab.broker.state("r").equals(Optional.of(Request.State.FAILED)), "not failed");
            String reason = lab.events("r", LabEvent.Unresolved.class).get(0).reason();
            assertTrue(reason.contains("run run-r failed"), reason);
            assertTrue(reason.contains("the probe is dry; fill the cell"), reason);
        }
    }

    @Test
    void a_run_that_is_aborted_fails_its_request() throws Exception {
        meter.hold = new CountDownLatch(1);
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.broker.submit(request("r", 4));
            await(() -> meter.begun.get() == 1, "not begun");
            lab.orchestrator.order("run-r", new Order(Verb.ABORT, "alice", "lunch", true));
            await(() -> lab.broker.state("r").equals(Optional.of(Request.State.FAILED)), "not failed");
            String reason = lab.events("r", LabEvent.Unresolved.class).get(0).reason();
            assertTrue(reason.contains("was aborted") && reason.contains("lunch"), reason);
        }
    }

    @Test
    void a_run_that_is_cancelled_fails_its_request() throws Exception {
        meter.hold = new CountDownLatch(1);
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.broker.submit(request("first", 4));
            await(() -> meter.begun.get() == 1, "not begun");
            lab.broker.submit(request("r", 4));
            await(() -> !lab.journal.of("run-r").isEmpty(), "not submitted");
            lab.orchestrator.order("run-r", new Order(Verb.CANCEL, "alice", "lunch", true));
            await(() -> lab.broker.state("r").equals(Optional.of(Request.State.FAILED)), "not failed");
            String reason = lab.events("r", LabEvent.Unresolved.class).get(0).reason();
            assertTrue(reason.contains("run run-r was cancelled"), reason);
            meter.hold.countDown();
            requireAnsweredOnce(lab, "first");
        }
    }

    @Test
    void what_a_device_refuses_is_told_with_file_and_line() throws Exception {
        try (Laboratory lab = lab().withTenant()) {
            Path file = new Documents(root)
                    .write(
                            "sequences/high.yaml",
                            """
                            name: high
                            determines: current
                            by: sweep
                            inputs: {x: {unit: V}}
                            steps:
                              - id: read
                                action: measure
                                with:
                                  x: ${x}
                            outputs: {y: "${read.y}"}
                            """);
            new DocumentFiles(lab.folder).install(file.toFile());
            lab.broker.submit(request("r", 20));
            await(() -> lab.broker.state("r").equals(Optional.of(Request.State.FAILED)), "not failed");
            assertEquals(
                    "sequences/high.yaml line 9: step read, x: ${x}: x = 20 V is above the limit of 10 V",
                    lab.events("r", LabEvent.Unresolved.class).get(0).reason());
            assertEquals(List.of(), lab.journal.of("run-r"));
        }
    }

    @Test
    void a_sequence_that_cannot_be_run_fails_the_request() throws Exception {
        try (Laboratory lab = lab()) {
            Procedure good = measure("a", "sweep", X);
            lab.put(
                    "a",
                    new Procedure(
                            new org.busbar.api.experiment.Sequence(
                                    "a",
                                    "1",
                                    List.of(X),
                                    good.sequence().steps(),
                                    Map.of("y", new org.busbar.api.experiment.Input.Output("nobody", "y"))),
                            "current",
                            "sweep"));
            lab.withTenant();
            lab.broker.submit(request("r", 4));
            await(() -> lab.broker.state("r").equals(Optional.of(Request.State.FAILED)), "not failed");
            String reason = lab.events("r", LabEvent.Unresolved.class).get(0).reason();
            assertTrue(reason.contains("nobody"), reason);
            assertEquals(List.of(), lab.journal.of("run-r"));
        }
    }

    @Test
    void runs_of_others_are_left_alone() throws Exception {
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.orchestrator.submit(new Run(
                    "mine", measure("a", "sweep", X).sequence(), request("r", 1).inputs(), "alice"));
            await(() -> !lab.events("mine", LabEvent.RunEnded.class).isEmpty(), "not ended");
            lab.broker.submit(request("r", 4));
            requireAnsweredOnce(lab, "r");
        }
    }

    @Test
    void a_request_that_comes_before_its_sequence_is_answered_when_that_comes() throws Exception {
        Offer offer = new Offer("current", "sweep", new Capability("current", List.of(X), List.of()));
        try (Laboratory lab = lab().withTenant()) {
            lab.broker.addTenant(() -> List.of(offer), Map.of("lab.id", "elsewhere"));
            lab.broker.submit(request("r", 4));
            lab.put("z", measure("z", "other", Parameter.real("z", "V")));
            Thread.sleep(50);
            lab.withSequence();
            requireAnsweredOnce(lab, "r");
        }
    }

    @Test
    void a_request_that_waited_for_the_tenant_is_answered() throws Exception {
        try (Laboratory lab = lab()) {
            submitForNobody(lab, "r");
            lab.withSequence().withTenant();
            requireAnsweredOnce(lab, "r");
        }
    }

    private static void submitForNobody(Laboratory lab, String id) {
        Capability capability = new Capability("current", List.of(X), List.of());
        org.busbar.api.broker.Tenant other = () -> List.of(new Offer("current", "sweep", capability));
        lab.broker.addTenant(other, Map.of("lab.id", "elsewhere"));
        lab.broker.submit(request(id, 4));
        lab.broker.removeTenant(other);
    }

    @Test
    void a_restart_between_reservation_and_run_loses_nothing() throws Exception {
        try (Laboratory before = lab().withSequence()) {
            submitForNobody(before, "r");
            assertTrue(before.broker.reserve("r", "lab"));
        }
        try (Laboratory after = lab().withTenant()) {
            Thread.sleep(50); // the files are read after the tenant is there
            assertEquals(Optional.of(Request.State.RESERVED), after.broker.state("r"));
            after.withSequence();
            requireAnsweredOnce(after, "r");
            after.put("b", measure("b", "sweep", X));
            Thread.sleep(50);
            requireAnsweredOnce(after, "r");
        }
        assertEquals(1, meter.begun.get());
    }

    @Test
    void a_restart_between_the_end_of_the_run_and_its_result_loses_nothing() throws Exception {
        try (Laboratory before = lab()) {
            submitForNobody(before, "r");
            before.broker.reserve("r", "lab");
            before.orchestrator.submit(new Run(
                    "run-r",
                    measure("a", "sweep", X).sequence(),
                    request("r", 4).inputs(),
                    "request:r"));
            await(() -> !before.events("run-r", LabEvent.RunEnded.class).isEmpty(), "not ended");
        }
        try (Laboratory after = lab().withTenant()) { // even without its sequence
            Result result = after.awaitResult("r").result();
            assertEquals(Values.of("y", Quantity.of(2, "A")), result.outputs());
            assertEquals(1, result.provenance().size());
            requireAnsweredOnce(after, "r");
        }
        try (Laboratory again = lab().withSequence().withTenant()) {
            Thread.sleep(50);
            requireAnsweredOnce(again, "r");
        }
        assertEquals(1, meter.begun.get());
    }

    @Test
    void a_restart_during_the_run_loses_nothing() throws Exception {
        meter.hold = new CountDownLatch(1);
        try (Laboratory before = lab().withSequence().withTenant()) {
            before.broker.submit(request("r", 4));
            await(() -> meter.begun.get() == 1, "not begun");
        }
        meter.hold.countDown();
        try (Laboratory after = lab().withSequence().withTenant()) {
            requireAnsweredOnce(after, "r");
        }
        assertEquals(2, meter.begun.get()); // the action says that it may be repeated
    }

    @Test
    void what_happens_before_the_tenant_is_told_of_events_is_not_missed() throws Exception {
        meter.hold = new CountDownLatch(1);
        try (Laboratory before = lab().withSequence().withTenant()) {
            before.broker.submit(request("r", 4));
            await(() -> meter.begun.get() == 1, "not begun");
        }
        try (Laboratory after = lab().withSequence()) {
            after.withTenant(
                    () -> {
                        pause(); // its first look is over
                        meter.hold.countDown();
                        submitForNobody(after, "q");
                        awaitEnd(after, "run-r");
                    },
                    400);
            requireAnsweredOnce(after, "r");
            requireAnsweredOnce(after, "q");
            Thread.sleep(1000); // further looks change nothing
            requireAnsweredOnce(after, "r");
            requireAnsweredOnce(after, "q");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitEnd(Laboratory lab, String run) {
        try {
            await(() -> !lab.events(run, LabEvent.RunEnded.class).isEmpty(), "not ended");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void of_two_sequences_the_one_that_accepts_the_inputs_is_run() throws Exception {
        try (Laboratory lab = lab().withTenant()) {
            lab.put("a", measure("low", "sweep", Parameter.real("x", "V", 0, 1)));
            lab.put("b", measure("high", "sweep", X));
            lab.broker.submit(request("r", 4));
            assertEquals(
                    Values.of("y", Quantity.of(2, "A")),
                    lab.awaitResult("r").result().outputs());
            assertEquals(
                    "high",
                    lab.events("run-r", LabEvent.RunBegun.class)
                            .get(0)
                            .begun()
                            .sequence()
                            .name());
        }
    }

    @Test
    void what_is_retracted_in_time_is_not_run() throws Exception {
        try (Laboratory lab = lab()) {
            submitForNobody(lab, "r");
            lab.broker.retract("r", "not needed");
            lab.withSequence().withTenant();
            Thread.sleep(50);
            assertEquals(List.of(), lab.journal.of("run-r"));
        }
        assertEquals(0, meter.begun.get());
    }

    @Test
    void what_is_retracted_during_the_run_aborts_it_and_is_not_answered() throws Exception {
        meter.hold = new CountDownLatch(1);
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.broker.submit(request("r", 4));
            await(() -> meter.begun.get() == 1, "not begun");
            lab.broker.retract("r", "not needed");
            awaitEnd(lab, "run-r"); // the meter is held up, so only an interruption ends it
            LabEvent.RunEnded ended =
                    lab.events("run-r", LabEvent.RunEnded.class).get(0);
            assertEquals(Run.State.ABORTED, ended.state());
            meter.hold.countDown();
            lab.broker.submit(request("q", 4)); // the next one is, though
            requireAnsweredOnce(lab, "q");
            assertEquals(Optional.of(Request.State.RETRACTED), lab.broker.state("r"));
        }
    }

    @Test
    void nobody_is_asked_for_what_nobody_offers() throws Exception {
        try (Laboratory lab = lab().withTenant()) {
            assertThrows(IllegalArgumentException.class, () -> lab.broker.submit(request("r", 4)));
            lab.withSequence();
            assertThrows(IllegalArgumentException.class, () -> lab.broker.submit(request("r", 11)));
        }
    }
}
