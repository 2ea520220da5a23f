package org.busbar.distribution.bench.optimizers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Takes the time of each suggestion of a run: wall, processor time of the process (with the compiler and the garbage
 * collector), and processor time of the asking thread. Not safe for use by many threads.
 */
final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Double> wall = new ArrayList<>();
    private final List<Double> process = new ArrayList<>();
    private final List<Double> thread = new ArrayList<>();

    /** Does the work and notes its times if it ends well. */
    <T> T time(Callable<T> work) throws Exception {
        long cpu = ProcessClock.nanoseconds();
        long own = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        T result = work.call();
        wall.add(seconds(System.nanoTime() - begun));
        long asking = THREADS.getCurrentThreadCpuTime() - own;
        thread.add(seconds(asking));
        process.add(seconds(Math.max(asking, ProcessClock.nanoseconds() - cpu)));
        return result;
    }

    /** To the microsecond. */
    private static double seconds(long nanoseconds) {
        return Math.rint(nanoseconds / 1e3) / 1e6;
    }

    /** Seconds per suggestion. */
    List<Double> wall() {
        return List.copyOf(wall);
    }

    /** Seconds of all threads of the process per suggestion. */
    List<Double> process() {
        return List.copyOf(process);
    }

    /** Seconds of the asking thread per suggestion. */
    List<Double> thread() {
        return List.copyOf(thread);
    }
}
