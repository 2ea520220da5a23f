package org.busbar.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.event.Recorded;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.orchestrator.JournaledOrchestrator;

/**
 * What the labs of all tests of one class share: the real orchestrator, with a journal in a temporary folder. Safe for
 * use by many threads.
 */
final class Premises implements AutoCloseable {

    private final Path folder;
    private final SqliteJournal journal;
    private final JournaledOrchestrator orchestrator;
    private final Follower follower = new Follower();

    Premises() throws IOException {
        folder = Files.createTempDirectory("busbar-kit");
        journal = new SqliteJournal(folder.resolve("journal.sqlite"));
        journal.addListener(follower);
        orchestrator = new JournaledOrchestrator(journal, new JournaledInventory(journal));
    }

    JournaledOrchestrator orchestrator() {
        return orchestrator;
    }

    /** The events of a run or device so far, oldest first. */
    List<Recorded> of(String subject) {
        return follower.of(subject);
    }

    /** Everything of some runs and devices, as it was written down. */
    Stream<Recorded> written(List<String> subjects) {
        return subjects.stream().flatMap(subject -> journal.of(subject).stream());
    }

    /** The number of the last event. */
    long last() {
        return journal.last();
    }

    @Override
    public void close() {
        Closing.now(orchestrator::close);
        journal.close();
        Closing.now(() -> delete(folder));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
