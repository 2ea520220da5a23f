package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.Values;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs in one lab. */
class SharingTest {

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static Step use(String first, String second) {
        return new Step.Use(
                "use",
                List.of(first, second),
                List.of(),
                List.of(Plans.dose("a", first, 1), Plans.dose("b", second, 1)));
    }

    @Test
    void runs_that_want_the_same_two_devices_in_opposite_order_never_block_each_other() throws Exception {
        Gadget left = rig.gadget("left");
        Gadget right = rig.gadget("right");
        for (int i = 0; i < 20; i++) {
            rig.orchestrator.submit(Plans.run("l" + i, use("left", "right")));
            rig.orchestrator.submit(Plans.run("r" + i, use("right", "left")));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(Run.State.COMPLETED, rig.awaitEnd("l" + i).state());
            assertEquals(Run.State.COMPLETED, rig.awaitEnd("r" + i).state());
        }
        assertEquals(40, left.ended.get());
        assertEquals(40, right.ended.get());
    }

    @Test
    void a_use_keeps_its_devices_between_its_steps() throws Exception {
        Gadget left = rig.gadget("left");
        Gadget right = rig.gadget("right");
        right.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run("use", use("left", "right")));
        Rig.await(() -> right.begun.get() == 1, "not begun");
        rig.orchestrator.submit(Plans.run("other", Plans.dose("a", "left", 9)));
        rig.awaitState("other", Run.State.QUEUED);
        assertEquals(1, left.begun.get());
        right.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("other").state());
        assertEquals(List.of("dose 1 mL", "dose 9 mL"), left.log);
    }

    @Test
    void one_that_wants_two_devices_is_not_starved_by_those_that_want_one() throws Exception {
        Gadget left = rig.gadget("left");
        rig.gadget("right");
        left.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run("first", Plans.dose("a", "left", 1)));
        Rig.await(() -> left.begun.get() == 1, "not begun");
        rig.orchestrator.submit(Plans.run("both", use("left", "right")));
        Rig.await(
                () -> rig.orchestrator.open().size() == 2
                        && rig.orchestrator.open().get(1).detail().startsWith("waits for left"),
                "not in line");
        rig.orchestrator.submit(Plans.run("late", Plans.dose("a", "right", 2)));
        rig.awaitState("late", Run.State.QUEUED);
        left.hold.countDown();
        rig.awaitEnd("late");
        List<String> ends = rig.journal.read(0, 1000).stream()
                .filter(e -> e.event() instanceof org.busbar.api.event.LabEvent.StepEnded)
                .map(e -> e.event().subject())
                .distinct()
                .toList();
        assertEquals(List.of("first", "both", "late"), ends);
    }

    @Test
    void the_more_urgent_run_is_served_first() throws Exception {
        Gadget pump = rig.gadget("pump");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run("first", Plans.dose("a", "pump", 1)));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        rig.orchestrator.submit(Plans.run("usual", Plans.dose("a", "pump", 2)));
        Rig.await(() -> waiting("pump") == 1, "usual does not wait");
        rig.orchestrator.submit(
                new Run("urgent", Plans.sequence(Map.of(), Plans.dose("a", "pump", 3)), Values.none(), "test", 5));
        Rig.await(() -> waiting("pump") == 2, "urgent does not wait");
        pump.hold.countDown();
        rig.awaitEnd("usual");
        assertEquals(List.of("dose 1 mL", "dose 3 mL", "dose 2 mL"), pump.log);
    }

    private int waiting(String device) {
        return station(device).waiting();
    }

    private Station station(String id) {
        return rig.orchestrator.stations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_device_held_by_a_person_serves_nobody_else_until_released_also_after_a_restart() throws Exception {
        rig.gadget("pump");
        rig.orchestrator.bar("pump", new Bar(Bar.Kind.HOLD, "ada", "calibrates", Instant.now(), Optional.empty()));
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "pump", 1)));
        Rig.await(() -> rig.orchestrator.open().get(0).detail().contains("held by ada: calibrates"), "not held");
        rig = rig.restarted();
        Gadget pump = rig.gadget("pump");
        Run hers = new Run("hers", Plans.sequence(Map.of(), Plans.dose("a", "pump", 2)), Values.none(), "ada");
        assertEquals(Run.State.COMPLETED, rig.done(hers).state());
        assertEquals(Run.State.QUEUED, rig.state("r"));
        rig.orchestrator.unbar("pump", Bar.Kind.HOLD, "ada", "");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 2 mL", "dose 1 mL"), pump.log);
    }

    @Test
    void a_hold_ends_by_itself_when_its_time_is_over() throws Exception {
        rig.gadget("pump");
        Instant soon = Instant.now().plusMillis(300);
        rig.orchestrator.bar("pump", new Bar(Bar.Kind.HOLD, "ada", "", Instant.now(), Optional.of(soon)));
        assertEquals(
                Run.State.COMPLETED,
                rig.done(Plans.run("r", Plans.dose("a", "pump", 1))).state());
        assertTrue(Instant.now().isAfter(soon));
    }

    @Test
    void a_position_is_used_by_one_step_at_a_time() throws Exception {
        Gadget left = rig.gadget("left");
        Gadget right = rig.gadget("right");
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        left.work = in -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.sleep(2);
            inside.decrementAndGet();
            return in;
        };
        right.work = left.work;
        Terms tray = new Terms(org.busbar.api.experiment.Recovery.FAIL, Duration.ZERO, List.of("tray"));
        for (int i = 0; i < 20; i++) {
            rig.orchestrator.submit(
                    Plans.run("r" + i, Plans.dose("a", i % 2 == 0 ? "left" : "right", Plans.ml(1), tray)));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(Run.State.COMPLETED, rig.awaitEnd("r" + i).state());
        }
        assertEquals(1, most.get());
    }

    @Test
    void a_safety_stop_is_not_delayed_by_hung_drivers_and_latches_them() throws Exception {
        List<Gadget> healthy = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            healthy.add(rig.gadget("good" + i));
        }
        CountDownLatch hung = new CountDownLatch(1);
        org.busbar.api.device.Device stuck = new org.busbar.api.device.Device() {
            @Override
            public List<org.busbar.api.device.Action> actions() {
                return List.of();
            }

            @Override
            public void makeSafe() throws Exception {
                hung.await();
            }

            @Override
            public Duration stopBound() {
                return Duration.ofMillis(200);
            }
        };
        rig.orchestrator.add(stuck, org.busbar.api.experiment.Agent.named("stuck"), stuck);
        List<SafetyStop> answers = rig.orchestrator.safetyStop("me", "smoke");
        assertEquals(20, answers.stream().filter(SafetyStop::confirmed).count());
        assertTrue(healthy.stream().allMatch(one -> one.safe.get() == 1));
        rig.orchestrator.clearSafetyStop("me", "no fire");
        assertEquals(Station.State.STOPPED, station("stuck").state());
        assertEquals(Station.State.IDLE, station("good0").state());
        hung.countDown();
    }

    @Test
    void an_action_cut_short_by_a_safety_stop_asks_a_person_whatever_its_policy() throws Exception {
        Gadget pump = rig.gadget("pump");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run(
                "r", Plans.dose("a", "pump", Plans.ml(1), Plans.on(org.busbar.api.experiment.Recovery.IGNORE))));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        rig.orchestrator.safetyStop("me", "smoke");
        rig.awaitState("r", Run.State.RECOVERING);
        pump.hold.countDown();
        rig.orchestrator.settle("r", "a", new Settlement.Repeat(), "me");
        Rig.await(() -> rig.orchestrator.open().get(0).detail().contains("safety-stop"), "not held by the latch");
        assertEquals(1, pump.begun.get());
        rig.orchestrator.clearSafetyStop("me", "no fire");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }
}
