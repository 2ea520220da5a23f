package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.Quantity;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Verb;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.SampleCard;
import org.busbar.api.inventory.Stock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the books say of stocks and samples when an action does not end as foreseen. */
class BooksTest {

    @TempDir
    Path folder;

    private Rig rig;
    private Gadget pump;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(folder);
        pump = rig.add(
                "pump",
                new Gadget(action -> action.affecting((in, out) ->
                        List.of(new Effect.Used("solvent", in.quantity("amount")), new Effect.Moved("s-1", "rack")))));
        Quantity none = Quantity.of(0, "mL");
        rig.inventory.supply(new Stock("solvent", Quantity.of(10, "mL"), none, "", Optional.empty()), "test");
        rig.inventory.enter(new Effect.Made("s-1", List.of(), Quantity.of(1, "g"), "box"), "test", "new");
        pump.hold = new CountDownLatch(1);
        rig.orchestrator.submit(Plans.run("r", Plans.dose("a", "pump", 4)));
        Rig.await(() -> pump.begun.get() == 1, "not begun");
    }

    @AfterEach
    void close() throws Exception {
        pump.hold.countDown();
        rig.close();
    }

    private Quantity level() {
        return rig.inventory.stocks().get(0).level();
    }

    private SampleCard.State sample() {
        return rig.inventory.samples().get(0).state();
    }

    @Test
    void the_intent_says_what_is_about_to_be_used_up() {
        LabEvent.StepBegun begun = rig.journal.of("r").stream()
                .map(recorded -> recorded.event())
                .filter(LabEvent.StepBegun.class::isInstance)
                .map(LabEvent.StepBegun.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(
                new Effect.Used("solvent", Quantity.of(4, "mL")),
                begun.effects().get(0));
    }

    @Test
    void what_an_action_was_to_use_when_the_server_was_killed_counts_as_gone() throws Exception {
        rig.pull();
        Rig next = new Rig(folder);
        try {
            next.awaitState("r", Run.State.RECOVERING);
            assertEquals(Quantity.of(6, "mL"), next.inventory.stocks().get(0).level());
            assertEquals(
                    SampleCard.State.UNVERIFIED, next.inventory.samples().get(0).state());
        } finally {
            pump.hold.countDown();
            next.close();
        }
    }

    @Test
    void a_halted_action_that_breaks_down_leaves_its_sample_unverified() throws Exception {
        pump.work = in -> {
            throw new IllegalStateException("link lost");
        };
        rig.orchestrator.order("r", Plans.order(Verb.HALT));
        rig.awaitEnd("r");
        pump.hold.countDown();
        Rig.await(() -> !rig.outcomes("r").isEmpty(), "not tracked");
        Rig.await(() -> sample() == SampleCard.State.UNVERIFIED, "still " + sample());
        assertEquals(Quantity.of(6, "mL"), level());
    }
}
