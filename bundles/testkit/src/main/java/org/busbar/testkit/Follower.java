package org.busbar.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;

/** Keeps what is written down at hand by subject, so that looking again and again costs nothing. Safe for many threads. */
final class Follower implements LabListener {

    private final Map<String, List<Recorded>> bySubject = new ConcurrentHashMap<>();

    @Override
    public void on(Recorded recorded) {
        bySubject
                .computeIfAbsent(recorded.event().subject(), subject -> new CopyOnWriteArrayList<>())
                .add(recorded);
    }

    /** The events of a subject so far, oldest first. */
    List<Recorded> of(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
