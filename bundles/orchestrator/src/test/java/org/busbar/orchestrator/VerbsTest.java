package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.busbar.api.Quantity;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerbsTest {

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
        pump.hold.countDown();
        rig.close();
    }

    private void submitted(Run run) throws Exception {
        pump.hold = new CountDownLatch(1);
        int before = pump.begun.get();
        rig.orchestrator.submit(run);
        Rig.await(() -> pump.begun.get() == before + 1, "not begun");
    }

    @Test
    void a_run_that_has_not_begun_can_be_cancelled_and_one_that_has_cannot() throws Exception {
        submitted(Plans.run("first", Plans.dose("a", "pump", 1)));
        rig.orchestrator.submit(Plans.run("second", Plans.dose("a", "pump", 1)));
        rig.awaitState("second", Run.State.QUEUED);
        rig.orchestrator.order("second", Plans.order(Verb.CANCEL));
        rig.orchestrator.order("second", Plans.order(Verb.CANCEL));
        assertEquals(Run.State.CANCELLED, rig.awaitEnd("second").state());
        String told = assertThrows(
                        IllegalArgumentException.class, () -> rig.orchestrator.order("first", Plans.order(Verb.CANCEL)))
                .getMessage();
        assertTrue(told.contains("stop or abort"), told);
        pump.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("first").state());
        assertEquals(1, pump.begun.get());
    }

    @Test
    void a_pause_lets_the_action_finish_and_holds_the_next_until_resumed() throws Exception {
        submitted(Plans.run("r", Plans.dose("a", "pump", 1), Plans.dose("b", "pump", 2)));
        rig.orchestrator.order("r", Plans.order(Verb.PAUSE));
        rig.awaitState("r", Run.State.PAUSING);
        pump.hold.countDown();
        rig.awaitState("r", Run.State.PAUSED);
        assertEquals(1, pump.ended.get());
        rig.orchestrator.order("r", Plans.order(Verb.PAUSE));
        rig.orchestrator.order("r", Plans.order(Verb.RESUME));
        rig.orchestrator.order("r", Plans.order(Verb.RESUME));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 1 mL", "dose 2 mL"), pump.log);
        assertEquals(
                2,
                rig.journal.of("r").stream()
                        .filter(e -> e.event() instanceof LabEvent.RunOrdered)
                        .count());
    }

    @Test
    void a_paused_run_stays_paused_over_a_restart() throws Exception {
        submitted(Plans.run("r", Plans.dose("a", "pump", 1), Plans.dose("b", "pump", 2)));
        rig.orchestrator.order("r", Plans.order(Verb.PAUSE));
        pump.hold.countDown();
        rig.awaitState("r", Run.State.PAUSED);
        rig = rig.restarted();
        pump = rig.gadget("pump");
        rig.awaitState("r", Run.State.PAUSED);
        rig.orchestrator.order("r", Plans.order(Verb.RESUME));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 2 mL"), pump.log);
    }

    @Test
    void pause_now_is_refused_where_the_action_can_neither_pause_nor_be_repeated() throws Exception {
        submitted(Plans.run("r", Plans.dose("a", "pump", 1)));
        String told = assertThrows(
                        IllegalArgumentException.class, () -> rig.orchestrator.order("r", Plans.order(Verb.PAUSE_NOW)))
                .getMessage();
        assertTrue(told.contains("[a]") && told.contains("let"), told);
        pump.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void pause_now_stops_a_repeatable_action_and_does_it_again_after_resume() throws Exception {
        Gadget mixer = rig.add("mixer", new Gadget(action -> action.repeatable()));
        mixer.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "mixer", 1)));
        Rig.await(() -> mixer.begun.get() == 1, "not begun");
        rig.orchestrator.order("r", Plans.order(Verb.PAUSE_NOW));
        rig.awaitState("r", Run.State.PAUSED);
        assertEquals(1, mixer.safe.get());
        mixer.hold.countDown();
        rig.orchestrator.order("r", Plans.order(Verb.RESUME));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(2, mixer.begun.get());
        assertEquals(1, mixer.ended.get());
    }

    @Test
    void pause_now_pauses_a_driver_that_can_and_resume_lets_it_go_on() throws Exception {
        AtomicBoolean paused = new AtomicBoolean();
        Gadget syringe = rig.add(
                "syringe", new Gadget(action -> action.pausing(() -> paused.set(true), () -> paused.set(false))));
        syringe.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "syringe", 1)));
        Rig.await(() -> syringe.begun.get() == 1, "not begun");
        rig.orchestrator.order("r", Plans.order(Verb.PAUSE_NOW));
        rig.awaitState("r", Run.State.PAUSED);
        assertTrue(paused.get());
        rig.orchestrator.order("r", Plans.order(Verb.RESUME));
        assertTrue(!paused.get());
        syringe.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(1, syringe.begun.get());
    }

    @Test
    void stop_lets_the_action_finish_begins_nothing_new_cleans_up_and_completes() throws Exception {
        submitted(Plans.run(
                "r",
                Plans.withCleanup(
                        Plans.dose("rinse", "pump", 9), Plans.dose("a", "pump", 1), Plans.dose("b", "pump", 2))));
        rig.orchestrator.order("r", Plans.order(Verb.STOP));
        rig.orchestrator.order("r", Plans.order(Verb.STOP));
        rig.awaitState("r", Run.State.STOPPING);
        pump.hold.countDown();
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.COMPLETED, end.state());
        assertEquals(Run.Flag.STOPPED_EARLY, end.flag());
        assertEquals(List.of("dose 1 mL", "dose 9 mL"), pump.log);
    }

    @Test
    void a_stopped_run_gives_the_outputs_it_has() throws Exception {
        Map<String, Input> outputs =
                Map.of("one", new Input.Output("a", "given"), "two", new Input.Output("b", "given"));
        submitted(Plans.run("r", Plans.sequence(outputs, Plans.dose("a", "pump", 1), Plans.dose("b", "pump", 2))));
        rig.orchestrator.order("r", Plans.order(Verb.STOP));
        pump.hold.countDown();
        assertEquals(
                Map.of("one", Quantity.of(1, "mL")), rig.awaitEnd("r").outputs().byName());
    }

    @Test
    void abort_interrupts_the_driver_makes_it_safe_and_cleans_up() throws Exception {
        submitted(Plans.run("r", Plans.withCleanup(Plans.dose("rinse", "pump", 9), Plans.dose("a", "pump", 1))));
        pump.hold = new CountDownLatch(0);
        rig.orchestrator.order("r", Plans.order(Verb.ABORT));
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.ABORTED, end.state());
        assertEquals(1, pump.safe.get());
        assertEquals(List.of("dose 1 mL", "dose 9 mL"), pump.log);
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Stopped, "the stop was confirmed");
    }

    @Test
    void halt_leaves_the_action_alone_marks_the_device_and_tracks_it_to_its_end() throws Exception {
        submitted(Plans.run("r", Plans.withCleanup(Plans.dose("rinse", "pump", 9), Plans.dose("a", "pump", 1))));
        rig.orchestrator.order("r", Plans.order(Verb.HALT));
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.ABORTED, end.state());
        assertEquals(Run.Flag.HALTED, end.flag());
        assertEquals(0, pump.safe.get());
        pump.hold.countDown();
        Rig.await(() -> !rig.outcomes("r").isEmpty(), "not tracked");
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Done);
        assertEquals(List.of("dose 1 mL"), pump.log);
        assertEquals(
                Bar.Kind.UNVERIFIED,
                rig.orchestrator.stations().get(0).bars().get(0).kind());
        rig.orchestrator.submit(Plans.run("next", Plans.dose("a", "pump", 3)));
        rig.awaitState("next", Run.State.QUEUED);
        assertThrows(
                IllegalArgumentException.class, () -> rig.orchestrator.unbar("pump", Bar.Kind.UNVERIFIED, "me", ""));
        rig.orchestrator.unbar("pump", Bar.Kind.UNVERIFIED, "me", "looked: it is empty");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("next").state());
    }

    @Test
    void somebody_elses_run_is_stopped_with_force_only() throws Exception {
        submitted(Plans.run("r", Plans.dose("a", "pump", 1)));
        String told = assertThrows(
                        IllegalArgumentException.class,
                        () -> rig.orchestrator.order("r", new Order(Verb.ABORT, "eve", "", false)))
                .getMessage();
        assertTrue(told.contains("test's") && told.contains("force"), told);
        rig.orchestrator.order("r", new Order(Verb.ABORT, "eve", "must", true));
        assertEquals("aborted by eve: must", rig.awaitEnd("r").reason());
    }

    @Test
    void stop_and_abort_end_a_run_that_is_paused_or_waits_for_a_device_or_a_person() throws Exception {
        rig.orchestrator.submit(Plans.run("missing", Plans.dose("a", "nothing", 1)));
        rig.awaitState("missing", Run.State.QUEUED);
        rig.orchestrator.order("missing", Plans.order(Verb.STOP));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("missing").state());
        submitted(Plans.run("r", Plans.dose("a", "pump", 1), Plans.dose("b", "pump", 1)));
        rig.orchestrator.order("r", Plans.order(Verb.PAUSE));
        pump.hold.countDown();
        rig.awaitState("r", Run.State.PAUSED);
        rig.orchestrator.order("r", Plans.order(Verb.ABORT));
        assertEquals(Run.State.ABORTED, rig.awaitEnd("r").state());
    }

    @Test
    void one_action_can_be_aborted_and_the_recovery_policy_decides() throws Exception {
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run(
                "r",
                Plans.dose("a", "pump", Plans.ml(1), Plans.on(org.busbar.api.experiment.Recovery.IGNORE)),
                Plans.dose("b", "pump", 2)));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
        rig.orchestrator.order("r", new Order(Verb.ABORT, "a", "me", "wrong vial", true));
        Rig.await(() -> pump.begun.get() == 2, "not gone on");
        pump.hold.countDown();
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void a_waiting_action_can_be_cancelled() throws Exception {
        submitted(Plans.run("first", Plans.dose("a", "pump", 1)));
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "pump", 2)));
        rig.awaitState("r", Run.State.QUEUED);
        Rig.await(() -> !rig.orchestrator.open().get(1).doing().isEmpty(), "does not wait");
        rig.orchestrator.order("r", new Order(Verb.CANCEL, "a", "test", "not needed", false));
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.FAILED, end.state());
        assertTrue(end.reason().contains("cancelled by test: not needed"), end.reason());
        pump.hold.countDown();
        rig.awaitEnd("first");
        assertEquals(List.of("dose 1 mL"), pump.log);
    }
}
