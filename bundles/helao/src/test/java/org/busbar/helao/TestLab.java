package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.busbar.api.experiment.Agent;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.json.Json;
import org.busbar.orchestrator.JournaledOrchestrator;
import tools.jackson.databind.JsonNode;

/** A lab with two cells on stages, an analysis and an optimizer, its journal on disk, and HELAO's threads on top. */
final class TestLab implements AutoCloseable {

    static final String MAPPING =
            """
            {"instrument": "lab",
             "servers": {"stage:1": {"device": "cell-1"}, "stage:2": {"device": "cell-2"}, "cell:2": {"device": "cell-2"},
                         "ml": {"optimizer": "first"}},
             "actions": {"cell/cv": {"outputs": {"current": {"to": "i", "unit": "mA"}, "potential": "u"}},
                         "analysis/peak": {"outputs": {"height": {"to": "peak", "unit": "mA"}}}}}
            """;

    private static final PeakAnalysis PEAK = new PeakAnalysis();

    final TestDevice one;
    final TestDevice two;
    final FirstCandidate optimizer = new FirstCandidate();
    final SqliteJournal journal;
    final JournaledOrchestrator orchestrator;
    final Desk desk;
    private final Path folder;

    TestLab(Path folder) throws Exception {
        this(folder, new TestDevice(), new TestDevice());
    }

    private TestLab(Path folder, TestDevice one, TestDevice two) throws Exception {
        this.folder = folder;
        this.one = one;
        this.two = two;
        Path mapping = folder.resolve("helao.json");
        if (!Files.exists(mapping)) {
            Files.writeString(mapping, MAPPING);
        }
        journal = new SqliteJournal(folder.resolve("data/journal.sqlite"));
        orchestrator = new JournaledOrchestrator(journal, new JournaledInventory(journal));
        orchestrator.add(one, Agent.named("cell-1"), one);
        orchestrator.add(two, Agent.named("cell-2"), two);
        orchestrator.add(PEAK, Agent.named("peak"), PEAK);
        orchestrator.add(optimizer, Agent.named("first"), optimizer);
        Vocabulary vocabulary = new LabVocabulary(orchestrator, Map.of("peak", PEAK.capability()));
        desk = new Desk(journal, orchestrator, vocabulary, new MappingFile(folder), Clock.systemDefaultZone());
        journal.addListener(desk);
    }

    /** The server is stopped and started again; the hardware lives on. */
    TestLab restarted() throws Exception {
        close();
        return new TestLab(folder, one, two);
    }

    String add(int thread, String experiment) {
        return desk.accept(experiment.replace('\'', '"'), thread, 10);
    }

    JsonNode status(int thread) {
        return Json.mapper().readTree(desk.status()).path(String.valueOf(thread));
    }

    /** Waits until a thread has that status. */
    void await(int thread, String status) throws InterruptedException {
        await(() -> status(thread).path("status").asString("").equals(status), () -> "not " + status);
    }

    /** Waits until the stage has moved so often; a thread is "uninitialized" also before it begins. */
    void awaitMoves(long times) throws InterruptedException {
        await(
                () -> one.performed.stream()
                                .filter(p -> p.startsWith("moveAbs"))
                                .count()
                        >= times,
                () -> "not moved " + times + " times");
    }

    void await(BooleanSupplier condition, java.util.function.Supplier<String> complaint) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(complaint.get() + ": " + desk.status() + " " + one.performed);
            }
            Thread.sleep(5);
        }
    }

    /** What is at an address of the present or last run of a thread. */
    JsonNode at(int thread, String address) {
        return desk.read(readings -> Readings.group(readings.of(thread, OptionalInt.empty()), address));
    }

    @Override
    public void close() throws Exception {
        desk.close();
        orchestrator.close();
        journal.close();
    }
}
