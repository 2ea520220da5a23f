package org.busbar.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** A row for each subject of some kinds of event, computed from the journal and kept up with it. */
final class Index<T> {

    private static final int PAGE = 1000;

    /** Makes the row after an event out of the row before it; must give the same if told the event twice. */
    @FunctionalInterface
    interface Step<T> {
        @Nullable
        T next(@Nullable T before, LabEvent event);
    }

    private final Journal journal;
    private final Set<Class<? extends LabEvent>> kinds;
    private final Step<T> step;
    private final Map<String, T> rows = new LinkedHashMap<>(); // guarded by this
    private long seen; // guarded by this

    Index(Journal journal, Set<Class<? extends LabEvent>> kinds, Step<T> step) {
        this.journal = journal;
        this.kinds = kinds;
        this.step = step;
    }

    /** The row of a subject; empty if there is none. */
    synchronized Optional<T> of(String subject) {
        catchUp();
        return Optional.ofNullable(rows.get(subject));
    }

    /** Every row by its subject, oldest subject first. */
    synchronized Map<String, T> bySubject() {
        catchUp();
        return new LinkedHashMap<>(rows);
    }

    /** Every row, newest subject first. */
    synchronized List<T> newestFirst() {
        catchUp();
        List<T> newest = new ArrayList<>(rows.values());
        Collections.reverse(newest);
        return newest;
    }

    private void catchUp() {
        if (seen == 0) {
            begin();
        }
        keepUp();
    }

    private void begin() {
        long last = journal.last();
        try (var events = journal.of(kinds)) {
            events.forEach(recorded -> take(recorded.event()));
        }
        seen = last;
    }

    private void keepUp() {
        List<Recorded> page = journal.read(seen, PAGE);
        while (!page.isEmpty()) {
            page.forEach(recorded -> takeIfWanted(recorded.event()));
            seen = page.get(page.size() - 1).number();
            page = journal.read(seen, PAGE);
        }
    }

    private void takeIfWanted(LabEvent event) {
        if (kinds.contains(event.getClass())) {
            take(event);
        }
    }

    private void take(LabEvent event) {
        T next = step.next(rows.get(event.subject()), event);
        if (next != null) {
            rows.put(event.subject(), next);
        }
    }
}
