package org.busbar.drivers.process;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A program and all that it has begun. */
final class ProcessTree {

    private static final long ASKED_NS = 1_000_000_000;
    private static final long FORCED_NS = 1_000_000_000;
    private static final long LOOK_NS = 10_000_000;

    private ProcessTree() {}

    /**
     * Ends them all: asks them to, and after a second makes them. Returns when they are gone, after two seconds at most;
     * an interruption is kept for the caller.
     */
    static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        if (!areGone(all, ASKED_NS)) {
            Stream.concat(all.stream(), all.stream().flatMap(ProcessHandle::descendants))
                    .forEach(ProcessHandle::destroyForcibly);
            areGone(all, FORCED_NS);
        }
    }

    private static boolean areGone(List<ProcessHandle> all, long nanos) {
        boolean interrupted = false;
        long end = System.nanoTime() + nanos;
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NS);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return all.stream().noneMatch(ProcessHandle::isAlive);
    }
}
