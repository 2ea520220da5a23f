package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;

/** A journal that forgets. */
final class MemoryJournal implements Journal {

    private final List<Recorded> events = new ArrayList<>(); // guarded by this
    private final List<LabListener> listeners = new CopyOnWriteArrayList<>();

    void tell(LabListener listener) {
        listeners.add(listener);
    }

    @Override
    public long append(LabEvent event) {
        Recorded recorded = store(event);
        listeners.forEach(listener -> listener.on(recorded));
        return recorded.number();
    }

    private synchronized Recorded store(LabEvent event) {
        Recorded recorded = new Recorded(events.size() + 1, event);
        events.add(recorded);
        return recorded;
    }

    @Override
    public synchronized List<Recorded> read(long after, int limit) {
        return events.stream().skip(after).limit(limit).toList();
    }

    @Override
    public synchronized List<Recorded> of(String subject) {
        return events.stream().filter(r -> r.event().subject().equals(subject)).toList();
    }

    @Override
    public synchronized Stream<Recorded> of(Set<Class<? extends LabEvent>> kinds) {
        return events.stream().filter(r -> kinds.contains(r.event().getClass())).toList().stream();
    }

    @Override
    public synchronized List<String> open(Class<? extends LabEvent> begun, Set<Class<? extends LabEvent>> ended) {
        List<String> over = of(ended).map(r -> r.event().subject()).toList();
        return of(Set.of(begun))
                .map(r -> r.event().subject())
                .filter(id -> !over.contains(id))
                .toList();
    }

    @Override
    public synchronized long last() {
        return events.size();
    }
}
