package org.busbar.drivers.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.drivers.described.Scope;

/** The programs that are running for one device. Safe for use by many threads. */
final class Calls {

    private final Set<Call> running = ConcurrentHashMap.newKeySet();

    /**
     * Runs a program to its end.
     *
     * @return its standard output
     * @throws IllegalStateException if {@link #end} was called; those that make safe are not ended by it
     */
    String during(Call call, Scope scope) throws Exception {
        if (scope.isUrgent()) {
            return call.run();
        }
        running.add(call);
        try {
            scope.pause(Duration.ZERO); // halted just before it was among those that are ended
            return call.run();
        } finally {
            running.remove(call);
        }
    }

    /** Ends every program with all that it has begun; returns when they are gone, after 2 seconds at most. */
    void end() {
        running.forEach(Call::end);
    }
}
