package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Fate;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Suspender;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Stock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir
    Path folder;

    private Rig rig;
    private Gadget pump;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        pump = rig.gadget("pump");
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private void failing(int times) {
        AtomicInteger count = new AtomicInteger();
        pump.work = in -> {
            if (count.incrementAndGet() <= times) {
                throw new DeviceException("no liquid");
            }
            return in;
        };
    }

    private static Run with(Recovery recovery) {
        return Plans.run("r", Plans.dose("a", "pump", Plans.ml(1), Plans.on(recovery)), Plans.dose("b", "pump", 2));
    }

    @Test
    void fail_ends_the_run_with_the_words_of_the_device() throws Exception {
        failing(1);
        LabEvent.RunEnded end = rig.done(with(Recovery.FAIL));
        assertEquals(Run.State.FAILED, end.state());
        assertEquals("step a: no liquid", end.reason());
    }

    @Test
    void ignore_goes_on_as_if_the_step_were_not_there() throws Exception {
        failing(1);
        assertEquals(Run.State.COMPLETED, rig.done(with(Recovery.IGNORE)).state());
        assertEquals(List.of("dose 1 mL", "dose 2 mL"), pump.log);
    }

    @Test
    void retry_tries_again_with_numbered_attempts_and_then_fails() throws Exception {
        failing(2);
        assertEquals(
                Run.State.COMPLETED,
                rig.done(with(Recovery.retry(2, Duration.ofMillis(5)))).state());
        assertEquals(List.of(1, 2, 3, 1), attempts("r"));
        failing(9);
        Run run = Plans.run("r2", Plans.dose("a", "pump", Plans.ml(1), Plans.on(Recovery.retry(2, Duration.ZERO))));
        assertTrue(rig.done(run).reason().contains("tried 3 times"));
    }

    private List<Integer> attempts(String run) {
        return rig.journal.of(run).stream()
                .map(recorded -> recorded.event())
                .filter(LabEvent.StepBegun.class::isInstance)
                .map(event -> ((LabEvent.StepBegun) event).attempt())
                .toList();
    }

    @Test
    void wait_asks_a_person_who_may_have_it_done_again_with_other_inputs() throws Exception {
        failing(1);
        rig.orchestrator.submit(with(Recovery.WAIT));
        rig.awaitState("r", Run.State.RECOVERING);
        Inquiry inquiry = rig.orchestrator.inquiries().get(0);
        assertEquals("no liquid", inquiry.text());
        assertTrue(inquiry.isRecovery());
        Settlement again = new Settlement.Repeat(Values.of("amount", Quantity.of(0.5, "mL")));
        rig.orchestrator.settle("r", "a", again, "me");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 1 mL", "dose 0.5 mL", "dose 2 mL"), pump.log);
    }

    @Test
    void an_action_that_takes_too_long_is_stopped_and_told_so() throws Exception {
        pump.hold = new CountDownLatch(1);
        Run run = Plans.run("r", Plans.dose("a", "pump", Plans.ml(1), Plans.within(Duration.ofMillis(100))));
        LabEvent.RunEnded end = rig.done(run);
        assertEquals(Run.State.FAILED, end.state());
        assertTrue(end.reason().contains("not finished within 0.1 s"), end.reason());
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Stopped);
        assertEquals(1, pump.safe.get());
    }

    @Test
    void a_driver_that_ignores_interruption_is_latched_and_the_run_still_ends() throws Exception {
        pump.bound = Duration.ofMillis(100);
        CountDownLatch end = new CountDownLatch(1);
        pump.work = in -> {
            boolean over = false;
            while (!over) {
                try {
                    end.await();
                    over = true;
                } catch (InterruptedException e) {
                    continue;
                }
            }
            return in;
        };
        rig.orchestrator.submit(
                Plans.run("r", Plans.dose("a", "pump", Plans.ml(1), Plans.within(Duration.ofMillis(50)))));
        rig.awaitState("r", Run.State.RECOVERING);
        Station station = rig.orchestrator.stations().get(0);
        assertEquals(Station.State.STOPPED, station.state());
        assertTrue(
                station.bars().get(0).reason().contains("HUNG"), station.bars().toString());
        Gadget other = rig.gadget("other");
        assertEquals(
                Run.State.COMPLETED,
                rig.done(Plans.run("o", Plans.dose("a", "other", 1))).state());
        rig.orchestrator.settle("r", "a", new Settlement.GiveUp("broken"), "me");
        assertEquals(Run.State.FAILED, rig.awaitEnd("r").state());
        end.countDown();
        Rig.await(() -> pump.ended.get() == 1, "not come back");
        pump.work = in -> in;
        rig.orchestrator.unbar("pump", Bar.Kind.STOPPED, "me", "power-cycled");
        assertEquals(
                Run.State.COMPLETED,
                rig.done(Plans.run("n", Plans.dose("a", "pump", 1))).state());
        assertEquals(1, other.ended.get());
    }

    @Test
    void what_is_no_number_or_not_declared_fails_the_step() throws Exception {
        Gadget liar = rig.add(
                "liar", new Gadget(action -> action.does(in -> Values.of("given", Quantity.of(Double.NaN, "mL")))));
        assertTrue(rig.done(Plans.run("r", Plans.dose("a", "liar", 1)))
                .reason()
                .contains("gave what it does not declare"));
        assertEquals(0, liar.safe.get());
    }

    @Test
    void a_probe_settles_an_unknown_outcome_without_asking() throws Exception {
        AtomicInteger done = new AtomicInteger();
        Gadget smart = new Gadget(action -> action.probed((in, started) ->
                done.get() > 0 ? new Fate.Completed(Values.of("given", in.get("amount"))) : new Fate.Working()));
        rig.add("smart", smart);
        smart.work = in -> {
            throw new IllegalStateException("link lost");
        };
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "smart", 1)));
        rig.awaitState("r", Run.State.RECOVERING);
        done.set(1);
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(1, smart.begun.get());
    }

    @Test
    void an_interlock_that_does_not_hold_keeps_the_action_from_beginning() throws Exception {
        Gadget oven = rig.gadget("oven");
        oven.temperature = 90;
        LabEvent.RunEnded end =
                rig.done(Plans.run("r", Plans.interlocked(Plans.cooler("oven", 80), Plans.dose("a", "pump", 1))));
        assertEquals(Run.State.FAILED, end.state());
        assertTrue(end.reason().contains("oven:temperature = 90 Cel is not < 80 Cel"), end.reason());
        assertEquals(0, pump.begun.get());
    }

    @Test
    void an_interlock_that_breaks_stops_the_action_bars_the_device_and_aborts_the_run() throws Exception {
        Gadget oven = rig.gadget("oven");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(
                Plans.run("r", Plans.interlocked(Plans.cooler("oven", 80), Plans.dose("a", "pump", 1))));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        oven.temperature = 85;
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.ABORTED, end.state());
        assertTrue(end.reason().contains("85 Cel"), end.reason());
        assertEquals(1, pump.safe.get());
        assertEquals(Bar.Kind.STOPPED, station("pump").bars().get(0).kind());
    }

    private Station station(String id) {
        return rig.orchestrator.stations().stream()
                .filter(station -> station.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_suspender_holds_the_next_step_until_it_has_held_again() throws Exception {
        Gadget chiller = rig.gadget("chiller");
        chiller.temperature = 15;
        Suspender suspender = new Suspender(Plans.cooler("chiller", 12), Duration.ofMillis(50));
        rig.orchestrator.submit(Plans.run("r", Plans.suspended(suspender, Plans.dose("a", "pump", 1))));
        Rig.await(
                () -> rig.orchestrator.open().get(0).detail().startsWith("suspended: chiller:temperature = 15 Cel"),
                "not suspended");
        assertEquals(0, pump.begun.get());
        chiller.temperature = 10;
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void a_step_that_would_run_dry_is_refused_before_it_starts() throws Exception {
        rig.inventory.supply(
                new Stock("solvent", Quantity.of(1.5, "mL"), Quantity.of(0, "mL"), "", java.util.Optional.empty()),
                "me");
        rig.add(
                "doser",
                new Gadget(action ->
                        action.affecting((in, out) -> List.of(new Effect.Used("solvent", in.quantity("amount"))))));
        LabEvent.RunEnded end = rig.done(Plans.run("r", Plans.dose("a", "doser", 1), Plans.dose("b", "doser", 1)));
        assertEquals(Run.State.FAILED, end.state());
        assertTrue(end.reason().contains("solvent") && end.reason().contains("0.5 mL"), end.reason());
        assertEquals(Quantity.of(0.5, "mL"), rig.inventory.stocks().get(0).level());
    }
}
