package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the simulated instruments say they began and ended. */
final class LogBalance {

    private final Path world;

    LogBalance(Path world) {
        this.world = world;
    }

    long begun() throws IOException {
        return count(" begin ");
    }

    long ended() throws IOException {
        return count(" end ");
    }

    private long count(String word) throws IOException {
        long count = 0;
        for (Path log : logs()) {
            try (Stream<String> lines = Files.lines(log)) {
                count += lines.filter(line -> line.contains(word)).count();
            }
        }
        return count;
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(world)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }
}
