package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that was stopped in good order leaves to the next one. */
class RestartTest {

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

    @Test
    void stopping_the_server_at_any_moment_fails_no_run_and_repeats_nothing() throws Exception {
        int steps = 300;
        Step[] doses = IntStream.range(0, steps)
                .mapToObj(i -> Plans.dose("s" + i, "pump", amount(i)))
                .toArray(Step[]::new);
        rig.orchestrator.submit(Plans.run("r", doses));
        for (int upTo = 5; upTo < steps; upTo += 5) {
            awaitBegun(upTo);
            rig = rig.restarted();
            rig.add("pump", pump);
        }
        awaitBegun(steps);
        assertEquals(
                Run.State.COMPLETED,
                rig.awaitEnd("r").state(),
                rig.awaitEnd("r").reason());
        assertEquals(steps, pump.begun.get());
        assertEquals(steps, Set.copyOf(pump.log).size());
    }

    private void awaitBegun(int count) throws Exception {
        Rig.await(
                () -> {
                    settle();
                    return pump.begun.get() >= count;
                },
                "begun are " + pump.begun.get());
    }

    /** A person looks whether a step that was cut short was done. */
    private void settle() {
        for (Inquiry inquiry : rig.orchestrator.inquiries()) {
            Quantity amount = Quantity.of(amount(Integer.parseInt(inquiry.step().substring(1))), "mL");
            boolean done = pump.log.contains("dose " + amount);
            rig.orchestrator.settle(
                    "r",
                    inquiry.step(),
                    done ? new Settlement.Happened(Values.of("given", amount)) : new Settlement.Repeat(),
                    "me");
        }
    }

    /** Another for each step. */
    private static double amount(int step) {
        return (step + 0.5) / 64;
    }

    @Test
    void what_was_decided_before_a_restart_stays_decided() throws Exception {
        Step.Choose choose = new Step.Choose(
                "gate",
                Plans.cooler("pump", 50),
                List.of(Plans.dose("cold", "other", 1), Plans.dose("cold2", "pump", 2)),
                List.of(Plans.dose("hot", "pump", 3)));
        rig.orchestrator.submit(Plans.run("r", choose));
        Rig.await(() -> rig.orchestrator.stations().size() == 2, "waits for other");
        rig = rig.restarted();
        pump = new Gadget();
        pump.temperature = 90;
        rig.add("pump", pump);
        Gadget other = rig.gadget("other");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(1, other.ended.get());
        assertEquals(List.of("dose 2 mL"), pump.log);
    }

    @Test
    void a_step_inside_a_finished_pass_is_not_done_again_after_a_restart() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        pump.work = in -> {
            if (pump.begun.get() == 5) {
                stuck.countDown();
                new CountDownLatch(1).await();
            }
            return in;
        };
        Step.Repeat loop = new Step.Repeat(
                "loop",
                new Input.Constant(Quantity.of(4, "1")),
                Optional.empty(),
                List.of(Plans.dose("a", "pump", 1), Plans.dose("b", "pump", 2)));
        rig.orchestrator.submit(Plans.run("r", loop, Plans.dose("c", "pump", 3)));
        stuck.await();
        rig = rig.restarted();
        pump = rig.gadget("pump");
        rig.awaitState("r", Run.State.RECOVERING);
        rig.orchestrator.settle("r", "loop[3]/a", new Settlement.Repeat(), "me");
        assertEquals(Run.State.COMPLETED, rig.awaitEnd("r").state());
        assertEquals(List.of("dose 1 mL", "dose 2 mL", "dose 1 mL", "dose 2 mL", "dose 3 mL"), pump.log);
    }
}
