package org.busbar.distribution.bench.optimizers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor time of this process with all its threads, compiler and garbage collector included.
 *
 * <p>Java's own figure has a resolution of 10 ms on Linux, which is longer than many a suggestion. Where the kernel keeps
 * the time of each thread in nanoseconds ({@code schedstat}), these are added up instead; a thread that has ended is then
 * no longer counted.
 */
final class ProcessClock {

    private static final Path TASKS = Path.of("/proc/self/task");

    private ProcessClock() {}

    /** Nanoseconds so far. */
    static long nanoseconds() throws IOException {
        if (!Files.isReadable(Path.of("/proc/self/schedstat"))) {
            return coarse();
        }
        long sum = 0;
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : tasks.toList()) {
                sum += ofThread(task.resolve("schedstat"));
            }
        }
        return sum;
    }

    /** A thread may end between the listing and here; it then counts nothing, as if it had ended before. */
    private static long ofThread(Path schedstat) throws IOException {
        try {
            return Long.parseLong(Files.readString(schedstat).split(" ", 2)[0]);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static long coarse() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getProcessCpuTime();
        }
        throw new UnsupportedOperationException(
                "This Java does not know the processor time of a process; take an OpenJDK");
    }
}
