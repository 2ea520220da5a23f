package org.busbar.distribution.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The machine that numbers come from. */
final class Machine {

    private static final int BLOCK = 4096;

    private Machine() {}

    /** Date, hardware, Java, and how quickly the disk of a folder synchronises. */
    static String facts(Path folder) throws IOException {
        return "# Benchmarks of " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n\n"
                + "- " + Runtime.getRuntime().availableProcessors() + " cores (" + processor() + "), "
                + memory() + " GB, " + System.getProperty("os.name") + " " + System.getProperty("os.version") + "\n"
                + "- Java " + System.getProperty("java.vm.version") + ", " + System.getProperty("java.vm.vendor") + "\n"
                + "- disk: " + syncs(folder).in("synchronisations/s") + ", each of 4 kB appended to a file\n"
                + "- " + load("before") + "\n";
    }

    /** How many others wanted the processors. */
    static String load(String when) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return "load of the machine in the minute " + when + ": " + Measurements.number(load);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*:\\s*", ""))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Measurements.number(system.getTotalMemorySize() / 1e9)
                : "unknown";
    }

    private static Measurements syncs(Path folder) throws IOException {
        Path file = folder.resolve("sync");
        List<Double> rates = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int round = 0; round < 5; round++) {
                rates.add(rate(channel));
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return new Measurements(rates);
    }

    private static double rate(FileChannel channel) throws IOException {
        long begun = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - begun < 1_000_000_000L) {
            channel.write(ByteBuffer.allocate(BLOCK));
            channel.force(false);
            count++;
        }
        return count * 1e9 / (System.nanoTime() - begun);
    }
}
