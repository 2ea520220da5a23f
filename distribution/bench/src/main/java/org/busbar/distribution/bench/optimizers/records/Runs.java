package org.busbar.distribution.bench.optimizers.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busbar.distribution.bench.optimizers.problems.ProblemSet;

/** Runs merged from any number of files, each once. Not safe for use by many threads. */
public final class Runs {

    private final ProblemSet problems;
    private final Map<String, Replay> runs = new LinkedHashMap<>();

    public Runs(ProblemSet problems) {
        this.problems = problems;
    }

    /**
     * Adds the runs of all files {@code *.jsonl} of a folder, in the order of their names.
     *
     * @throws IllegalArgumentException if a line breaks the rules or a run is there twice; the message names file,
     *     line and field
     * @throws IOException if a file cannot be read
     */
    public void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                addFile(file);
            }
        }
    }

    /** Adds the runs of a file; the same rules as for a folder. Empty lines are left out. */
    public void addFile(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (!lines.get(i).isBlank()) {
                    add(RunLine.read(lines.get(i)));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file.getFileName() + ", line " + (i + 1) + ", " + e.getMessage(), e);
            }
        }
    }

    /**
     * Adds a run.
     *
     * @throws IllegalArgumentException if it breaks the rules or is there already
     */
    public void add(Run run) {
        Replay replay = Replay.of(run, problems);
        if (runs.putIfAbsent(run.key(), replay) != null) {
            throw new Fault("seed", "the run of " + run.key() + " is there a second time; keep one");
        }
    }

    /** Whether there is a run of this engine, version, problem and seed. */
    public boolean has(String engine, String version, String problem, long seed) {
        return runs.containsKey(engine + " " + version + " " + problem + " " + seed);
    }

    /** All runs in the order in which they were added. */
    public Collection<Replay> all() {
        return Collections.unmodifiableCollection(runs.values());
    }
}
