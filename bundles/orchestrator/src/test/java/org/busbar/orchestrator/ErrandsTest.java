package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Errand;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that asks people in the middle of an action. */
class ErrandsTest {

    private static final Parameter SEEN = Parameter.real("given", "mL", 0, 5);

    @TempDir
    Path folder;

    private Rig rig;
    private Gadget bea;
    private final AtomicReference<Values> told = new AtomicReference<>(Values.none());

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        bea = rig.gadget("bea");
        bea.work = in -> {
            told.set(rig.orchestrator.ask(new Errand("bea", "Fill in " + in.get("amount"), List.of(SEEN))));
            return in;
        };
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "bea", 1)));
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private Inquiry inquiry() throws InterruptedException {
        Rig.await(() -> !rig.orchestrator.inquiries().isEmpty(), "nobody is asked");
        return rig.orchestrator.inquiries().get(0);
    }

    private void settle(Settlement settlement) {
        rig.orchestrator.settle("r", "a", settlement, "bea");
    }

    @Test
    void what_a_person_answers_is_what_the_device_gets() throws Exception {
        assertEquals("Fill in 1 mL", inquiry().text());
        assertEquals(List.of(SEEN), inquiry().form());
        Values answer = Values.of("given", Quantity.of(0.9, "mL"));
        settle(new Settlement.Happened(answer));
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(answer, told.get());
        assertTrue(rig.orchestrator.inquiries().isEmpty());
    }

    @Test
    void an_answer_that_does_not_fit_is_refused_and_asked_for_again() throws Exception {
        inquiry();
        Settlement much = new Settlement.Happened(Values.of("given", Quantity.of(9, "mL")));
        assertThrows(IllegalArgumentException.class, () -> settle(much));
        assertEquals(1, rig.orchestrator.inquiries().size());
    }

    @Test
    void a_refusal_fails_the_step_as_a_device_would() throws Exception {
        inquiry();
        settle(new Settlement.GiveUp("the bottle is empty"));
        LabEvent.RunEnded end = rig.awaitEnd("r");
        assertEquals(Run.State.FAILED, end.state());
        assertTrue(rig.outcomes("r").get(0) instanceof Outcome.Failed);
        assertTrue(end.reason().contains("the bottle is empty"), end.reason());
    }

    @Test
    void nobody_is_asked_any_more_once_the_run_is_aborted() throws Exception {
        inquiry();
        rig.orchestrator.order("r", new Order(Verb.ABORT, "", "me", "enough", true));
        assertEquals(Run.State.ABORTED, rig.awaitEnd("r").state());
        assertTrue(rig.orchestrator.inquiries().isEmpty());
    }

    @Test
    void an_answer_survives_a_server_that_is_killed_before_it_used_it() throws Exception {
        inquiry();
        rig.journal.append(new LabEvent.StepSettled(
                java.time.Instant.now(),
                "r",
                "a",
                new Settlement.Happened(Values.of("given", Quantity.of(0.8, "mL"))),
                "bea"));
        rig.pull();
        rig.orchestrator.close();
        rig = new Rig(folder);
        rig.gadget("bea");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
    }

    @Test
    void who_acts_for_no_step_can_ask_nobody() {
        DeviceException no = assertThrows(
                DeviceException.class, () -> rig.orchestrator.ask(new Errand("ada", "Shake it", List.of())));
        assertTrue(no.getMessage().startsWith("ada acts for no step just now"), no.getMessage());
    }
}
