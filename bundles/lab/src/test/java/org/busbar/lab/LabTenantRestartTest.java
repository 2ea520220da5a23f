package org.busbar.lab;

import static org.busbar.lab.Laboratory.X;
import static org.busbar.lab.Laboratory.await;
import static org.busbar.lab.Laboratory.measure;
import static org.busbar.lab.Laboratory.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the lab has taken survives a restart of the server, and what comes before it is told of events is not missed. */
@Timeout(60)
class LabTenantRestartTest {

    @TempDir
    Path root;

    private final Laboratory.Meter meter = new Laboratory.Meter();

    private Laboratory lab() {
        return new Laboratory(root, meter);
    }

    @Test
    void a_restart_between_reservation_and_run_loses_nothing() throws Exception {
        try (Laboratory before = lab().withSequence()) {
            before.reserveOnly("r");
        }
        try (Laboratory after = lab().withTenant()) {
            Thread.sleep(50); // the files are read after the tenant is there
            assertEquals(Request.State.RESERVED, after.state("r"));
            after.withSequence();
            after.requireAnsweredOnce("r");
            after.put("b", measure("b", "sweep", X));
            Thread.sleep(50);
            after.requireAnsweredOnce("r");
        }
        assertEquals(1, meter.begun.get());
    }

    @Test
    void a_restart_between_the_end_of_the_run_and_its_result_loses_nothing() throws Exception {
        try (Laboratory before = lab()) {
            before.reserveOnly("r");
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
            after.requireAnsweredOnce("r");
        }
        try (Laboratory again = lab().withSequence().withTenant()) {
            Thread.sleep(50);
            again.requireAnsweredOnce("r");
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
            after.requireAnsweredOnce("r");
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
                        after.submitForNobody("q");
                        after.awaitEnd("run-r");
                    },
                    400);
            after.requireAnsweredOnce("r");
            after.requireAnsweredOnce("q");
            Thread.sleep(1000); // further looks change nothing
            after.requireAnsweredOnce("r");
            after.requireAnsweredOnce("q");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
