package org.busbar.reanalysis;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Reanalysis;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Run;
import org.busbar.broker.Board;
import org.busbar.broker.JournaledBroker;
import org.busbar.broker.JournaledResults;
import org.busbar.broker.TenantDesk;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.orchestrator.JournaledOrchestrator;

/** A lab of one version of two analyses, over a journal on disk. */
final class Bench implements AutoCloseable {

    private static final Parameter.Curve RAW = Parameter.curve("raw", "mA");
    private static final Parameter.Real AREA = Parameter.real("area", "mA");
    private static final Parameter.Real MASS = Parameter.real("mass", "g");
    private static final Parameter.Real DENSITY = Parameter.real("density", "mA/g");

    final SqliteJournal journal;
    final JournaledOrchestrator orchestrator;
    final JournaledResults results;
    final JournaledReanalyses reanalyses;
    private final JournaledBroker broker;

    /** @param factor what this version multiplies sums by */
    Bench(Path folder, String version, double factor) {
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        orchestrator = new JournaledOrchestrator(journal, new JournaledInventory(journal));
        add("area", version, new Capability("area", List.of(RAW), List.of(AREA)), in -> {
            double sum = 0;
            for (double one : in.get(RAW)) {
                sum += factor * one;
            }
            return Values.of("area", Quantity.of(sum, "mA"));
        });
        add(
                "density",
                version,
                new Capability("density", List.of(AREA, MASS), List.of(DENSITY)),
                in -> Values.of("density", Quantity.of(in.get(AREA) / in.get(MASS), "mA/g")));
        Board board = new Board(journal);
        TenantDesk tenants = new TenantDesk(journal);
        Capability offered = new Capability("density", List.of(RAW), List.of(DENSITY));
        tenants.addTenant(() -> List.of(new Offer("density", "weighing", offered)), Map.of("lab.id", "lab"));
        broker = new JournaledBroker(journal, board, tenants);
        results = new JournaledResults(journal, board, tenants);
        reanalyses = new JournaledReanalyses(journal, orchestrator, results);
    }

    /** What an analysis does. */
    @FunctionalInterface
    private interface Work {
        Values of(Values inputs);
    }

    private void add(String id, String version, Capability capability, Work work) {
        Analysis analysis = new Analysis() {
            @Override
            public Capability capability() {
                return capability;
            }

            @Override
            public Values apply(Values inputs) {
                return work.of(inputs);
            }
        };
        orchestrator.add(analysis, new Agent(id, "org.example." + id, version, "", Map.of()), analysis);
    }

    /** Runs to the end. */
    Values run(Run run, Values inputs) throws InterruptedException {
        orchestrator.submit(new Run(run.id(), run.sequence(), inputs, run.askedBy()));
        await(() -> end(run.id()) != null, run.id());
        return end(run.id()).outputs();
    }

    /** Runs to the end and answers a request with what came of it. */
    void answer(String request, Run run, Values inputs) throws InterruptedException {
        Request wanted = new Request(request, "density", List.of("weighing"), inputs, "me");
        broker.submit(wanted);
        broker.reserve(request, "lab", Duration.ofDays(1));
        orchestrator.submit(new Run(run.id(), run.sequence(), inputs, "request:" + request));
        await(() -> end(run.id()) != null, run.id());
        Values outputs = Values.of("density", end(run.id()).outputs().get("density"));
        results.resolve(new Result(wanted, "lab", "weighing", outputs, List.of(), Instant.now()));
    }

    /** Analyses again and waits for the end. */
    Reanalysis again(String run) throws InterruptedException {
        String again = reanalyses.begin(run, "me");
        await(() -> end(again) != null, again);
        return reanalyses.compare(again);
    }

    private LabEvent.RunEnded end(String run) {
        return journal.of(run).stream()
                .map(recorded -> recorded.event())
                .filter(LabEvent.RunEnded.class::isInstance)
                .map(LabEvent.RunEnded.class::cast)
                .findFirst()
                .orElse(null);
    }

    private void await(BooleanSupplier condition, String run) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(run + " did not end: " + orchestrator.open());
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws Exception {
        orchestrator.close();
        journal.close();
    }
}
