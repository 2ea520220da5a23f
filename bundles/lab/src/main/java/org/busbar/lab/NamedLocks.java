package org.busbar.lab;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Has what concerns one name done one after the other; different names do not wait for each other. */
final class NamedLocks {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Something to be done. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws InterruptedException;
    }

    private ReentrantLock of(String name) {
        return locks.computeIfAbsent(name, key -> new ReentrantLock(true));
    }

    /** Does it when it is its turn. */
    <T> T inTurn(String name, Task<T> task) throws InterruptedException {
        ReentrantLock lock = of(name);
        lock.lockInterruptibly();
        try {
            return task.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does it at once; not at all if something else of that name is under way. */
    <T> Optional<T> atOnce(String name, Task<T> task) throws InterruptedException {
        ReentrantLock lock = of(name);
        if (!lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(task.run());
        } finally {
            lock.unlock();
        }
    }
}
