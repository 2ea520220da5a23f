package org.busbar.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.busbar.api.event.LabEvent;
import org.jspecify.annotations.Nullable;

/** The campaigns that have not ended, each in a thread of its own. Safe for use by many threads. */
final class Loops {

    private final Map<String, ClosedLoop> byId = new LinkedHashMap<>(); // guarded by this
    private final List<Thread> threads = new ArrayList<>(); // guarded by this

    void start(ClosedLoop loop) {
        String id = loop.standing().id();
        Thread thread = new Thread(
                () -> {
                    loop.run();
                    forget(id, loop);
                },
                "campaign-" + id);
        synchronized (this) {
            byId.put(id, loop);
            threads.removeIf(old -> !old.isAlive());
            threads.add(thread);
        }
        // what ended between reading the journal and hearing of events
        loop.replay(List.of());
        thread.start();
    }

    private synchronized void forget(String id, ClosedLoop loop) {
        if (loop.standing().state().isFinal()) {
            byId.remove(id);
        }
    }

    /** The campaign of that id; null if it has ended or there never was one. */
    synchronized @Nullable ClosedLoop get(String id) {
        return byId.get(id);
    }

    /** Tells all of an event. */
    void hear(LabEvent event) {
        List<ClosedLoop> all;
        synchronized (this) {
            all = List.copyOf(byId.values());
        }
        all.forEach(loop -> loop.hear(event));
    }

    /** Interrupts all and waits for each, five seconds at most. */
    void close() throws InterruptedException {
        List<Thread> all;
        synchronized (this) {
            all = List.copyOf(threads);
        }
        all.forEach(Thread::interrupt);
        for (Thread thread : all) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }
}
