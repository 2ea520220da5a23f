package org.busbar.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;

/**
 * Which events somebody wants.
 *
 * @param kinds empty for any
 * @param subject empty for any
 */
record Wanted(Set<Class<? extends LabEvent>> kinds, Optional<String> subject) {

    private static final Map<String, Class<? extends LabEvent>> BY_NAME = new TreeMap<>();

    static {
        collect(LabEvent.class);
    }

    @SuppressWarnings("unchecked") // every member of the family is one of it
    private static void collect(Class<?> family) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                collect(member);
            } else {
                BY_NAME.put(member.getSimpleName(), (Class<? extends LabEvent>) member);
            }
        }
    }

    /** The name of every kind of event. */
    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** What the query parameters {@code kinds} and {@code subject} say. */
    static Wanted of(Call call) {
        Set<Class<? extends LabEvent>> kinds = new HashSet<>();
        call.choices("kinds").forEach(name -> kinds.add(BY_NAME.get(name)));
        return new Wanted(Set.copyOf(kinds), call.query("subject"));
    }

    boolean has(LabEvent event) {
        return (kinds.isEmpty() || kinds.contains(event.getClass()))
                && (subject.isEmpty() || subject.get().equals(event.subject()));
    }

    /** The wanted ones after a number, oldest first. */
    List<Recorded> read(Journal journal, long after, int limit) {
        if (subject.isPresent()) {
            try (Stream<Recorded> events = journal.stream(subject.get())) {
                return events.filter(recorded -> recorded.number() > after && has(recorded.event()))
                        .limit(limit)
                        .toList();
            }
        }
        return kinds.isEmpty() ? journal.read(after, limit) : journal.read(kinds, after, limit);
    }
}
