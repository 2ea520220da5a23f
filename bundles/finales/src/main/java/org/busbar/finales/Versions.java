package org.busbar.finales;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which version of a capability was in force at which time, kept as notes in the journal, so that a request of long ago
 * is read by the schemas it was checked against. Safe for use by many threads.
 */
final class Versions {

    static final String SUBJECT = "finales";
    static final String TOPIC = "capability";

    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);

    private final Journal journal;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Pair, NavigableMap<Instant, SchemaCapability>> versions = new HashMap<>(); // guarded by lock

    Versions(Journal journal) {
        this.journal = journal;
        journal.of(SUBJECT).forEach(recorded -> {
            if (recorded.event() instanceof LabEvent.Noted noted
                    && noted.topic().equals(TOPIC)) {
                take(noted);
            }
        });
    }

    private void take(LabEvent.Noted noted) {
        try {
            SchemaCapability capability = SchemaCapability.read(StrictJson.read(noted.content()));
            versions.computeIfAbsent(capability.pair(), pair -> new TreeMap<>()).put(noted.time(), capability);
        } catch (IllegalArgumentException e) {
            LOG.warn("A capability of {} cannot be read any more: {}", noted.time(), e.getMessage());
        }
    }

    /** Notes what is in force from now on, if it is not what was in force before; it is on disk when this returns. */
    void note(SchemaCapability capability) {
        lock.writeLock().lock();
        try {
            Optional<SchemaCapability> before = at(capability.pair(), Instant.MAX);
            if (before.isEmpty() || !before.get().json().equals(capability.json())) {
                String content = capability.json().toString();
                LabEvent.Noted noted = new LabEvent.Noted(Instant.now(), SUBJECT, TOPIC, content);
                journal.append(noted);
                take(noted);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The version in force then; empty if there was none. */
    Optional<SchemaCapability> at(Pair pair, Instant time) {
        lock.readLock().lock();
        try {
            NavigableMap<Instant, SchemaCapability> known = versions.get(pair);
            return known == null
                    ? Optional.empty()
                    : Optional.ofNullable(known.floorEntry(time)).map(Map.Entry::getValue);
        } finally {
            lock.readLock().unlock();
        }
    }
}
