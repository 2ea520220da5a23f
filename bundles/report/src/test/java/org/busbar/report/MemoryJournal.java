package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;

/** A journal in memory. */
final class MemoryJournal implements Journal {

    private final List<Recorded> events = new ArrayList<>();

    @Override
    public long append(LabEvent event) {
        events.add(new Recorded(events.size() + 1L, event));
        return events.size();
    }

    @Override
    public List<Recorded> of(String subject) {
        return events.stream().filter(e -> e.event().subject().equals(subject)).toList();
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return events.stream().skip(after).limit(limit).toList();
    }

    @Override
    public Stream<Recorded> of(Set<Class<? extends LabEvent>> kinds) {
        return events.stream().filter(e -> kinds.contains(e.event().getClass()));
    }

    @Override
    public List<String> open(Class<? extends LabEvent> begun, Set<Class<? extends LabEvent>> ended) {
        throw new UnsupportedOperationException("a report has no use for open subjects");
    }

    @Override
    public long last() {
        return events.size();
    }
}
