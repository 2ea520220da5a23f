package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Step;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Stock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry-run and the run itself say the same. */
class ForecastTest {

    private static final Duration ONE = Duration.ofMillis(40);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        for (String id : List.of("left", "right")) {
            Gadget gadget = rig.add(id, new Gadget(action -> action.lasting(in -> ONE)
                    .affecting((in, out) -> List.of(new Effect.Used("solvent", in.quantity("amount"))))));
            gadget.work = in -> {
                Thread.sleep(ONE.toMillis());
                return in;
            };
        }
        rig.inventory.supply(
                new Stock("solvent", Quantity.of(100, "mL"), Quantity.of(1, "mL"), "", Optional.empty()), "test");
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static Run plan() {
        Step.Repeat loop = new Step.Repeat(
                "loop",
                new Input.Constant(Quantity.of(2, "1")),
                Optional.empty(),
                List.of(Plans.dose("a", "left", 1), Plans.dose("b", "right", 2)));
        Step.Parallel both = new Step.Parallel(
                "both", List.of(List.of(Plans.dose("c", "left", 3)), List.of(Plans.dose("d", "right", 4))));
        Step.Use use = new Step.Use("use", List.of("left", "right"), List.of(), List.of(Plans.dose("e", "right", 5)));
        return Plans.run("r", loop, both, use);
    }

    @Test
    void the_same_steps_on_the_same_devices_use_the_same_and_take_as_long() throws Exception {
        Forecast forecast = rig.orchestrator.forecast(List.of(plan()), 1);
        long start = System.nanoTime();
        assertEquals(Run.State.COMPLETED, rig.done(plan()).state());
        Duration real = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(
                done(),
                forecast.slots().stream()
                        .map(slot -> slot.step() + " on " + slot.device())
                        .sorted()
                        .toList());
        assertEquals(ONE.multipliedBy(6), forecast.duration());
        assertTrue(
                real.compareTo(forecast.duration()) >= 0, "it cannot be faster than " + forecast + " but took " + real);
        assertEquals(
                100 - rig.inventory.stocks().get(0).level().value(),
                forecast.uses().get("solvent").value(),
                1e-9);
    }

    private List<String> done() {
        List<String> done = new ArrayList<>();
        try (Stream<org.busbar.api.event.Recorded> events = rig.journal.stream("r")) {
            events.map(recorded -> recorded.event())
                    .filter(LabEvent.StepBegun.class::isInstance)
                    .map(LabEvent.StepBegun.class::cast)
                    .forEach(
                            step -> done.add(step.step() + " on " + step.agent().id()));
        }
        return done.stream().sorted().toList();
    }

    @Test
    void touches_nothing() {
        long before = rig.journal.last();
        Forecast forecast = rig.orchestrator.forecast(List.of(plan(), plan()), 2);
        assertEquals(before, rig.journal.last());
        assertEquals(Map.of("solvent", Quantity.of(36, "mL")), forecast.uses());
    }
}
