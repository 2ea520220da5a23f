package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Verb;
import org.busbar.orchestrator.Rig.Pump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledOrchestratorTest {

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

    @Test
    void a_run_does_its_steps_and_gives_its_outputs() throws Exception {
        Pump pump = rig.pump("pump");
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1, 2, 3));
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.COMPLETED, end.state(), end.reason());
        assertEquals(Quantity.of(3, "mL"), end.outputs().get("last"));
        assertEquals(3, pump.ended.get());
    }

    @Test
    void the_intent_is_in_the_journal_before_the_device_is_touched() throws Exception {
        Pump pump = rig.pump("pump");
        pump.work = in -> {
            assertTrue(rig.journal.of("r").stream().anyMatch(e -> e.event() instanceof LabEvent.StepBegun));
            return in;
        };
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void the_same_id_twice_changes_nothing() throws Exception {
        Pump pump = rig.pump("pump");
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        rig.awaitEnd("r");
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        assertEquals(1, pump.begun.get());
    }

    @Test
    void everything_wrong_is_named_at_once_and_nothing_is_taken_on() {
        rig.pump("pump");
        Step bad = new Step.Act(
                "a",
                "dispense",
                "pump",
                Map.of(
                        "volume", new Input.Constant(Quantity.of(11, "mL")),
                        "speed", new Input.Given("nothing")));
        Step later = new Step.Act("b", "dispense", "pump", Map.of("volume", new Input.Output("c", "x")));
        Run run = new Run(
                "r", new Sequence("bad", "1", List.of(), List.of(bad, later, bad), Map.of()), Values.none(), "me");
        String message = assertThrows(IllegalArgumentException.class, () -> rig.orchestrator.submit(run))
                .getMessage();
        for (String part : List.of(
                "volume = 11 mL is above the limit of 10 mL",
                "takes no speed",
                "no input nothing",
                "no earlier step c",
                "two steps are named a")) {
            assertTrue(message.contains(part), message);
        }
        assertTrue(rig.journal.of("r").isEmpty());
    }

    @Test
    void d2_one_at_a_time_first_come_first_served() throws Exception {
        Pump pump = rig.pump("pump");
        for (int i = 0; i < 10; i++) {
            rig.orchestrator.submit(Rig.dispense("r" + i, "pump", 1, 1));
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(Run.State.COMPLETED, rig.awaitEnd("r" + i).state());
        }
        assertEquals(20, pump.ended.get());
    }

    @Test
    void any_free_device_that_can_is_taken() throws Exception {
        Pump one = rig.pump("one");
        Pump two = rig.pump("two");
        one.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Rig.dispense("r1", "one", 1));
        Rig.await(() -> one.begun.get() == 1, "not begun");
        rig.orchestrator.submit(Rig.dispense("r2", "", 1));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r2").state());
        assertEquals(1, two.ended.get());
        one.hold.countDown();
        rig.awaitEnd("r1");
    }

    @Test
    void d3_removed_in_the_middle_is_unknown_and_a_person_decides() throws Exception {
        Pump pump = rig.pump("pump");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1, 2));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        rig.orchestrator.remove(pump);
        Rig.await(() -> rig.state("r") == Run.State.RECOVERING, "not recovering");
        Pump other = rig.pump("pump");
        Thread.sleep(100);
        assertEquals(0, other.begun.get(), "nothing is repeated by itself");
        rig.orchestrator.settle(
                "r", "s0", new Settlement.Happened(Values.of("dispensed", Quantity.of(1, "mL"))), "anna");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(1, other.ended.get(), "only the second step is left");
    }

    @Test
    void a_person_may_have_the_step_done_again_or_give_up() throws Exception {
        Pump pump = rig.pump("pump");
        pump.work = in -> {
            throw new IllegalStateException("smoke");
        };
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        rig.orchestrator.submit(Rig.dispense("q", "pump", 1));
        Rig.await(() -> rig.state("r") == Run.State.RECOVERING && rig.state("q") == Run.State.RECOVERING, "asks");
        pump.work = in -> in;
        rig.orchestrator.settle("r", "s0", new Settlement.Repeat(), "anna");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        rig.orchestrator.settle("q", "s0", new Settlement.GiveUp("broken"), "anna");
        assertEquals(Run.State.FAILED, rig.awaitEnd("q").state());
        assertThrows(
                IllegalArgumentException.class,
                () -> rig.orchestrator.settle("q", "s0", new Settlement.Repeat(), "anna"));
    }

    @Test
    void an_answer_that_does_not_fit_is_refused() throws Exception {
        Pump pump = rig.pump("pump");
        pump.work = in -> {
            throw new IllegalStateException("smoke");
        };
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        Rig.await(() -> rig.state("r") == Run.State.RECOVERING, "asks");
        assertThrows(
                IllegalArgumentException.class,
                () -> rig.orchestrator.settle(
                        "r", "s0", new Settlement.Happened(Values.of("dispensed", Quantity.of(1, "V"))), "anna"));
        assertEquals(Run.State.RECOVERING, rig.state("r"));
    }

    @Test
    void a_repeatable_action_is_repeated_without_asking() throws Exception {
        Pump pump = new Pump();
        pump.repeatable = true;
        pump.work = in -> {
            if (pump.begun.get() < 3) {
                throw new IllegalStateException("glitch");
            }
            return in;
        };
        rig.orchestrator.add(pump, Agent.named("pump"), pump);
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(3, pump.begun.get());
    }

    @Test
    void d5_a_step_waits_for_a_missing_device() throws Exception {
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        Rig.await(
                () -> rig.orchestrator.stations().stream().anyMatch(s -> s.state() == Station.State.DRIVER_MISSING),
                "the missing device is not told of");
        rig.pump("pump");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void d6_aborting_interrupts_the_driver_and_frees_the_device() throws Exception {
        Pump pump = rig.pump("pump");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1, 2));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        rig.orchestrator.order("r", new Order(Verb.ABORT, "test", "enough", false));
        rig.orchestrator.order("r", new Order(Verb.ABORT, "test", "enough", false));
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.ABORTED, end.state());
        assertEquals("aborted by test: enough", end.reason());
        assertEquals(1, pump.safe.get(), "interrupted, then made safe");
        pump.hold.countDown();
        rig.orchestrator.submit(Rig.dispense("next", "pump", 1));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("next").state());
        assertEquals(
                0,
                rig.journal.of("r").stream()
                        .filter(e -> isBegun(e.event(), "s1"))
                        .count());
    }

    private static boolean isBegun(LabEvent event, String step) {
        return event instanceof LabEvent.StepBegun begun && begun.step().equals(step);
    }

    @Test
    void a_waiting_run_can_be_aborted() throws Exception {
        rig.orchestrator.submit(Rig.dispense("r", "nowhere", 1));
        Rig.await(() -> rig.orchestrator.open().get(0).detail().contains("nowhere"), "does not say what it waits for");
        rig.orchestrator.order("r", new Order(Verb.ABORT, "test", "no use", false));
        assertEquals(Run.State.ABORTED, rig.awaitEnd("r").state());
    }

    @Test
    void d9_two_devices_with_one_id_the_first_keeps_it_the_second_is_reported() throws Exception {
        Pump first = rig.pump("pump");
        Pump second = rig.pump("pump");
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        rig.awaitEnd("r");
        assertEquals(1, first.ended.get());
        assertEquals(0, second.begun.get());
        assertTrue(rig.journal.of("pump").stream().anyMatch(e -> e.event() instanceof LabEvent.Faulted));
        rig.orchestrator.remove(first);
        rig.orchestrator.submit(Rig.dispense("r2", "pump", 1));
        rig.awaitEnd("r2");
        assertEquals(1, second.ended.get(), "the second takes over when the first has left");
    }

    @Test
    void a_full_disk_holds_the_run_up_and_loses_nothing() throws Exception {
        Pump pump = rig.pump("pump");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1, 2));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        try (Connection disk = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.sqlite"));
                Statement statement = disk.createStatement()) {
            statement.executeUpdate("CREATE TRIGGER full BEFORE INSERT ON event"
                    + " BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
            pump.hold.countDown();
            Rig.await(
                    () -> rig.orchestrator.open().get(0).detail().contains("disk is full"),
                    "does not say why it waits");
            assertThrows(RuntimeException.class, () -> rig.orchestrator.submit(Rig.dispense("q", "pump", 1)));
            assertEquals(1, pump.begun.get(), "nothing goes on unrecorded");
            statement.executeUpdate("DROP TRIGGER full");
        }
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(2, pump.ended.get());
    }

    @Test
    void a_device_says_no_and_the_run_fails_with_its_words() throws Exception {
        Pump pump = rig.pump("pump");
        pump.work = in -> {
            throw new DeviceException("the syringe is empty: refill it");
        };
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.FAILED, end.state());
        assertTrue(end.reason().contains("the syringe is empty: refill it"), end.reason());
    }

    @Test
    void quiescing_lets_the_action_end_and_holds_the_next_until_resumed() throws Exception {
        Pump pump = rig.pump("pump");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1, 2));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        assertFalse(rig.orchestrator.quiesce("pump", Duration.ofMillis(100)));
        new Thread(() -> {
                    pump.hold.countDown();
                })
                .start();
        if (rig.orchestrator.quiesce("pump", Duration.ofSeconds(5))) {
            Thread.sleep(100);
            int before = pump.begun.get();
            assertTrue(before <= 2);
            rig.orchestrator.resume("pump");
        }
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(2, pump.ended.get());
    }

    @Test
    void a_safety_stop_reaches_every_device_and_holds_until_cleared_also_after_a_restart() throws Exception {
        Pump pump = rig.pump("pump");
        assertTrue(rig.orchestrator.safetyStop("anna", "smell").stream().allMatch(s -> s.confirmed()));
        assertEquals(1, pump.safe.get());
        rig.close();
        rig = new Rig(folder);
        Pump again = rig.pump("pump");
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1));
        Thread.sleep(200);
        assertEquals(0, again.begun.get());
        rig.orchestrator.clearSafetyStop("anna", "aired");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void a_stopped_server_asks_about_what_was_at_work_and_goes_on_with_the_rest() throws Exception {
        Pump pump = rig.pump("pump");
        rig.pump("free").hold = new CountDownLatch(0);
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Rig.dispense("r", "pump", 1, 2));
        rig.orchestrator.submit(Rig.dispense("w", "missing", 5));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        rig.close();
        rig = new Rig(folder);
        Pump again = rig.pump("pump");
        rig.pump("missing");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("w").state(), "what had not begun goes on by itself");
        Rig.await(() -> rig.state("r") == Run.State.RECOVERING, "asks");
        assertEquals(0, again.begun.get());
        Outcome outcome = rig.journal.of("r").stream()
                .map(e -> e.event())
                .filter(LabEvent.StepEnded.class::isInstance)
                .map(e -> ((LabEvent.StepEnded) e).outcome())
                .findFirst()
                .orElseThrow();
        assertTrue(outcome instanceof Outcome.Unknown, outcome::toString);
        rig.orchestrator.settle("r", "s0", new Settlement.Repeat(), "anna");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(2, again.ended.get());
    }
}
