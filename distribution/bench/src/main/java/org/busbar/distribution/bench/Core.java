package org.busbar.distribution.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Verb;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.orchestrator.JournaledOrchestrator;

/** A journal, an inventory and an orchestrator in this process, on a folder of their own. */
final class Core implements AutoCloseable {

    private final SqliteJournal journal;
    private final JournaledOrchestrator orchestrator;

    private Core(SqliteJournal journal) {
        this.journal = journal;
        this.orchestrator = new JournaledOrchestrator(journal, new JournaledInventory(journal));
    }

    static Core on(Path folder) {
        return new Core(new SqliteJournal(file(folder)));
    }

    /** Where the journal of such a folder is. */
    static Path file(Path folder) {
        return folder.resolve("journal.sqlite");
    }

    SqliteJournal journal() {
        return journal;
    }

    JournaledOrchestrator orchestrator() {
        return orchestrator;
    }

    void add(String id, Device device) {
        orchestrator.add(device, Agent.named(id), id);
    }

    /** Begins a run in which a device does an action that takes nothing so many times. */
    void repeat(String run, String device, String action, long times) {
        Step act = new Step.Act("act", action, device, Map.of());
        Input passes = new Input.Constant(Quantity.of(times, "1"));
        Step loop = new Step.Repeat("loop", passes, Optional.empty(), List.of(act));
        Sequence sequence = new Sequence("repeat", "1", List.of(), List.of(loop), Map.of());
        orchestrator.submit(new Run(run, sequence, Values.none(), "bench"));
    }

    /** Waits until there is no open run left. */
    void awaitEnd() throws InterruptedException {
        while (!orchestrator.open().isEmpty()) {
            Thread.sleep(5);
        }
    }

    /** Has every open run end after what it does just now, and waits for that. */
    void stopRuns() throws InterruptedException {
        Order stop = new Order(Verb.STOP, "bench", "enough was measured", false);
        orchestrator
                .open()
                .forEach(progress -> orchestrator.order(progress.run().id(), stop));
        awaitEnd();
    }

    /** Ends in good order; runs that have not ended stay open. */
    @Override
    public void close() throws InterruptedException {
        orchestrator.close();
        journal.close();
    }
}
