package org.busbar.distribution.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.distribution.hardware.Bench;

/** The instruments in a process of their own, and what they themselves say they did. */
final class HardwareBench implements AutoCloseable {

    /** What became of one thing an instrument was told. */
    enum Fate {
        NOT_BEGUN,
        WORKING,
        DONE,
        STOPPED
    }

    /** A line of a logbook; {@code word} is begin, done, stopped or busy. */
    record Entry(String device, String word, String action, String id) {}

    private final Path folder;
    private final Process process;

    private HardwareBench(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static HardwareBench start(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path classes = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classes.toString(),
                        Bench.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "bench.out"))
                .start();
        LabServer.await("the instruments to listen", () -> Files.exists(folder.resolve("port")));
        return new HardwareBench(folder, process);
    }

    int port() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("port")));
    }

    /** What the logbook of a device says, oldest first; nothing if it was never told anything. */
    List<Entry> log(String device) throws IOException {
        Path log = folder.resolve(device + ".log");
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
            String[] words = line.split(" ");
            entries.add(new Entry(device, words[0], words[1], words[2]));
        }
        return entries;
    }

    /** What all logbooks say, one device after the other. */
    List<Entry> log() throws IOException {
        List<Entry> all = new ArrayList<>();
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                all.addAll(log(log.getFileName().toString().replace(".log", "")));
            }
        }
        return all;
    }

    /** What became of it; that which came last, if it was told several times. */
    Fate fate(String id) throws IOException {
        Fate fate = Fate.NOT_BEGUN;
        for (Entry entry : log()) {
            if (entry.id().equals(id)) {
                fate = of(entry.word());
            }
        }
        return fate;
    }

    private static Fate of(String word) {
        return switch (word) {
            case "begin" -> Fate.WORKING;
            case "done" -> Fate.DONE;
            case "stopped" -> Fate.STOPPED;
            default -> Fate.NOT_BEGUN;
        };
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
