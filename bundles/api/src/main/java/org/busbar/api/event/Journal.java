package org.busbar.api.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/** The append-only record of everything that happened in the lab. Safe for use by many threads. */
@ProviderType
public interface Journal {

    /**
     * Writes one event; it is on disk when this returns. Blocks for about the time of one disk synchronisation, which
     * writers at the same time share. Is not cut short by interruption; the interrupted status is kept.
     *
     * @return the number of the event
     * @throws JournalException if it could not be written; then it is not in the journal
     */
    long append(LabEvent event);

    /**
     * Hands an event over without waiting for the disk. Events handed over by one thread are written in that order,
     * also with those of {@link #append}.
     */
    default Receipt write(LabEvent event) {
        long number = append(event);
        return () -> number;
    }

    /** The events after number {@code after}, oldest first, at most {@code limit} of them. */
    List<Recorded> read(long after, int limit);

    /** Every event of one subject, oldest first. */
    List<Recorded> of(String subject);

    /** Every event of one subject, oldest first; the stream is read page by page as it is consumed. */
    default Stream<Recorded> stream(String subject) {
        return of(subject).stream();
    }

    /**
     * The events of one run that tell of no step, and of steps those that {@code paths} wants, oldest first; read page
     * by page. Passing over an event costs much less than reading it.
     *
     * @param paths is asked for every event of a step, in order
     */
    default Stream<Recorded> stream(String run, Predicate<String> paths) {
        return stream(run)
                .filter(recorded -> !(recorded.event() instanceof LabEvent.OfStep step) || paths.test(step.step()));
    }

    /** Whether there is any event of that subject. */
    default boolean knows(String subject) {
        return !of(subject).isEmpty();
    }

    /** Every event of these kinds, oldest first; the stream is read page by page as it is consumed. */
    Stream<Recorded> of(Set<Class<? extends LabEvent>> kinds);

    /** The events of these kinds after number {@code after}, oldest first, at most {@code limit} of them. */
    default List<Recorded> read(Set<Class<? extends LabEvent>> kinds, long after, int limit) {
        return of(kinds)
                .filter(recorded -> recorded.number() > after)
                .limit(limit)
                .toList();
    }

    /** The events of these kinds before number {@code before}, newest first, at most {@code limit} of them. */
    default List<Recorded> latest(Set<Class<? extends LabEvent>> kinds, long before, int limit) {
        List<Recorded> all = new ArrayList<>(
                of(kinds).filter(recorded -> recorded.number() < before).toList());
        Collections.reverse(all);
        return all.subList(0, Math.min(limit, all.size()));
    }

    /** The ends of all steps that did something to samples or stocks, oldest first; read page by page. */
    default Stream<Recorded> affecting() {
        return of(Set.of(LabEvent.StepEnded.class))
                .filter(recorded ->
                        !((LabEvent.StepEnded) recorded.event()).effects().isEmpty());
    }

    /** Subjects that have an event of kind {@code begun} and none of the kinds {@code ended}, oldest first. */
    List<String> open(Class<? extends LabEvent> begun, Set<Class<? extends LabEvent>> ended);

    /** The number of the last event; 0 if there is none. */
    long last();
}
