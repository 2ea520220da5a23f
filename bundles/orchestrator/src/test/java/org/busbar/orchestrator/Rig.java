package org.busbar.orchestrator;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;

/** A lab for tests: a real journal, an orchestrator, and pumps that count what they did. */
final class Rig implements AutoCloseable {

    static final Parameter.Real VOLUME = Parameter.real("volume", "mL", 0, 10);
    static final Parameter.Real DISPENSED = Parameter.real("dispensed", "mL");

    final SqliteJournal journal;
    final JournaledInventory inventory;
    final JournaledOrchestrator orchestrator;

    private final Path folder;

    Rig(Path folder) {
        this.folder = folder;
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        inventory = new JournaledInventory(journal);
        orchestrator = new JournaledOrchestrator(journal, inventory);
    }

    /** Ends as a process does that is killed: what was going on is not written down. */
    void pull() {
        journal.close();
    }

    @Override
    public void close() throws Exception {
        orchestrator.close();
        journal.close();
    }

    Gadget gadget(String id) {
        return add(id, new Gadget());
    }

    Gadget add(String id, Gadget gadget) {
        orchestrator.add(gadget, Agent.named(id), gadget);
        return gadget;
    }

    /** Ends the server in good order and starts the next one on the same folder. */
    Rig restarted() throws Exception {
        close();
        return new Rig(folder);
    }

    /** Submits a run and waits for its end. */
    LabEvent.RunEnded done(Run run) throws Exception {
        orchestrator.submit(run);
        return awaitEnd(run.id());
    }

    /** What came of the steps of a run, in order. */
    List<org.busbar.api.experiment.Outcome> outcomes(String run) {
        return journal.of(run).stream()
                .map(recorded -> recorded.event())
                .filter(LabEvent.StepEnded.class::isInstance)
                .map(event -> ((LabEvent.StepEnded) event).outcome())
                .toList();
    }

    void awaitState(String run, Run.State state) throws Exception {
        await(() -> state(run) == state, run + " is not " + state + " but " + orchestrator.open());
    }

    Pump pump(String id) {
        Pump pump = new Pump();
        orchestrator.add(pump, Agent.named(id), pump);
        return pump;
    }

    /** One step per volume on any pump, each taking as long as the pump says. */
    static Run dispense(String id, String device, double... volumes) {
        List<Step> steps = new java.util.ArrayList<>();
        for (int i = 0; i < volumes.length; i++) {
            Input volume = new Input.Constant(Quantity.of(volumes[i], "mL"));
            steps.add(new Step.Act("s" + i, "dispense", device, Map.of("volume", volume)));
        }
        Map<String, Input> outputs = Map.of("last", new Input.Output("s" + (volumes.length - 1), "dispensed"));
        return new Run(id, new Sequence("dispense", "1", List.of(), steps, outputs), Values.none(), "test");
    }

    LabEvent.RunEnded awaitEnd(String run) throws Exception {
        await(() -> end(run) != null, "run " + run + " did not end: " + orchestrator.open());
        return end(run);
    }

    private LabEvent.RunEnded end(String run) {
        return journal.of(run).stream()
                .map(recorded -> recorded.event())
                .filter(LabEvent.RunEnded.class::isInstance)
                .map(LabEvent.RunEnded.class::cast)
                .findFirst()
                .orElse(null);
    }

    Run.State state(String run) {
        return orchestrator.open().stream()
                .filter(progress -> progress.run().id().equals(run))
                .map(progress -> progress.state())
                .findFirst()
                .orElse(null);
    }

    static void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(otherwise);
            }
            Thread.sleep(5);
        }
    }

    /** A pump whose next dispense may be told to hang, to say no, to break down or to lie. */
    static final class Pump implements Device {
        final AtomicInteger begun = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        final AtomicInteger safe = new AtomicInteger();
        final AtomicInteger inside = new AtomicInteger();
        volatile Action.Work work = in -> in;
        volatile CountDownLatch hold = new CountDownLatch(0);
        volatile boolean repeatable;

        @Override
        public List<Action> actions() {
            Action dispense =
                    Action.action("dispense").takes(VOLUME).gives(DISPENSED).does(this::dispense);
            return List.of(repeatable ? dispense.repeatable() : dispense);
        }

        private Values dispense(Values in) throws Exception {
            begun.incrementAndGet();
            if (inside.incrementAndGet() > 1) {
                throw new AssertionError("two at a time");
            }
            try {
                if (!hold.await(1, TimeUnit.MINUTES)) {
                    throw new AssertionError("held too long");
                }
                work.perform(in);
                ended.incrementAndGet();
                return Values.of("dispensed", in.get("volume"));
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public void makeSafe() {
            safe.incrementAndGet();
        }
    }
}
