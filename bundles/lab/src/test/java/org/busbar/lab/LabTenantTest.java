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
import java.util.concurrent.CountDownLatch;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Wish;
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

    @Test
    void it_offers_what_its_sequences_determine() throws Exception {
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.put("b", new Procedure(measure("b", "", X).sequence(), "", "", Price.UNKNOWN, 0));
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
            lab.requireAnsweredOnce("r");
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
                lab.requireAnsweredOnce("r" + i);
            }
        }
        assertEquals(30, meter.begun.get());
    }

    @Test
    void a_run_that_fails_fails_its_request_with_the_reason() throws Exception {
        meter.refusal = "the probe is dry; fill the cell";
        try (Laboratory lab = lab().withSequence().withTenant()) {
            lab.broker.submit(request("r", 4));
            await(() -> lab.state("r") == Request.State.FAILED, "not failed");
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
            await(() -> lab.state("r") == Request.State.FAILED, "not failed");
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
            await(() -> lab.state("r") == Request.State.FAILED, "not failed");
            String reason = lab.events("r", LabEvent.Unresolved.class).get(0).reason();
            assertTrue(reason.contains("run run-r was cancelled"), reason);
            meter.hold.countDown();
            lab.requireAnsweredOnce("first");
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
            await(() -> lab.state("r") == Request.State.FAILED, "not failed");
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
                            "sweep",
                            Price.UNKNOWN,
                            0));
            lab.withTenant();
            lab.broker.submit(request("r", 4));
            await(() -> lab.state("r") == Request.State.FAILED, "not failed");
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
            lab.requireAnsweredOnce("r");
        }
    }

    @Test
    void a_request_that_comes_before_its_sequence_is_answered_when_that_comes() throws Exception {
        Offer offer = new Offer("current", "sweep", new Capability("current", List.of(X), List.of()));
        try (Laboratory lab = lab().withTenant()) {
            lab.tenants.addTenant(() -> List.of(offer), Map.of("lab.id", "elsewhere"));
            lab.broker.submit(request("r", 4));
            lab.put("z", measure("z", "other", Parameter.real("z", "V")));
            Thread.sleep(50);
            lab.withSequence();
            lab.requireAnsweredOnce("r");
        }
    }

    @Test
    void a_request_that_waited_for_the_tenant_is_answered() throws Exception {
        try (Laboratory lab = lab()) {
            lab.submitForNobody("r");
            lab.withSequence().withTenant();
            lab.requireAnsweredOnce("r");
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
            lab.submitForNobody("r");
            lab.broker.retract("r", "me", "not needed");
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
            lab.broker.retract("r", "me", "not needed");
            lab.awaitEnd("run-r"); // the meter is held up, so only an interruption ends it
            LabEvent.RunEnded ended =
                    lab.events("run-r", LabEvent.RunEnded.class).get(0);
            assertEquals(Run.State.ABORTED, ended.state());
            meter.hold.countDown();
            lab.broker.submit(request("q", 4)); // the next one is, though
            lab.requireAnsweredOnce("q");
            assertEquals(Request.State.RETRACTED, lab.state("r"));
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

    @Test
    void it_takes_no_more_at_once_than_it_says_so_that_others_get_their_share() throws Exception {
        meter.hold = new CountDownLatch(1);
        try (Laboratory lab = lab()) {
            Procedure one = measure("a", "sweep", X);
            lab.put("a", new Procedure(one.sequence(), "current", "sweep", Price.UNKNOWN, 1));
            lab.withTenant();
            lab.broker.submit(request("first", 4));
            await(() -> meter.begun.get() == 1, "not begun");
            lab.broker.submit(request("second", 4));
            Thread.sleep(200);
            assertEquals(Request.State.PENDING, lab.state("second"));
            assertEquals(Request.State.RUNNING, lab.state("first"));
            meter.hold.countDown();
            lab.requireAnsweredOnce("first");
            lab.requireAnsweredOnce("second");
        }
    }

    @Test
    void a_method_is_given_inputs_of_its_own() throws Exception {
        try (Laboratory lab = lab().withSequence().withTenant()) {
            Values own = Values.of("x", Quantity.of(6, "V"));
            lab.broker.submit(new Request(
                    "r", "current", List.of("sweep"), request("r", 4).inputs(), Map.of("sweep", own), "me", Wish.NONE));
            assertEquals(
                    Values.of("y", Quantity.of(3, "A")),
                    lab.awaitResult("r").result().outputs());
            assertEquals(own, lab.awaitResult("r").result().inputs());
        }
    }
}
