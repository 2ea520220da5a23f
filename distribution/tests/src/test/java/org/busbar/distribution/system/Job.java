package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One {@code busbar run}, from beginning to end. */
record Job(int code, List<String> lines) {

    /** @param folder for its output */
    static Job run(Path folder, Path lab, String... more) throws Exception {
        Path out = folder.resolve("out.txt");
        List<String> command =
                new ArrayList<>(List.of(LabServer.home().resolve("bin/busbar").toString(), "run", lab.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(ended, () -> "The job did not end");
        return new Job(process.exitValue(), Files.readAllLines(out));
    }

    List<String> trials() {
        // without the time, which differs, and in the order of the trials, which may end out of order
        return lines.stream()
                .filter(line -> line.startsWith("trial "))
                .map(line -> line.replaceFirst(" \\(\\d+/40\\)", "")
                        .replaceFirst(", best so far", "")
                        .replaceFirst(", after .*", ""))
                .sorted()
                .toList();
    }

    boolean has(String pattern) {
        return lines.stream().anyMatch(line -> line.matches(pattern));
    }
}
