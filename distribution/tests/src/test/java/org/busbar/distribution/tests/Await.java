package org.busbar.distribution.tests;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions. */
final class Await {

    /** Long enough for anything that is going to happen on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What "at once" may last. */
    static final Duration AT_ONCE = Duration.ofSeconds(2);

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    static void until(String what, Duration patience, BooleanSupplier condition) {
        value(what, patience, () -> condition.getAsBoolean() ? Optional.of(what) : Optional.empty());
    }

    static <T> T value(String what, Supplier<Optional<T>> source) {
        return value(what, PATIENCE, source);
    }

    static <T> T value(String what, Duration patience, Supplier<Optional<T>> source) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<T> value = source.get();
        while (value.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience.toMillis() + " ms: " + what);
            }
            pause(Duration.ofMillis(10));
            value = source.get();
        }
        return value.get();
    }

    /** Lets time pass in which something must not happen. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError("The test was interrupted", e);
        }
    }
}
