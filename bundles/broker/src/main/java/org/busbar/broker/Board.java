package org.busbar.broker;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Every request that is not at an end, in memory; what has ended is in the journal only, so that its number does not
 * matter. Safe for use by many threads.
 */
@Component(service = Board.class)
public final class Board {

    /** What ends a request. */
    static final Set<Class<? extends LabEvent>> ENDS = Set.of(LabEvent.Resolved.class, LabEvent.Unresolved.class);

    /** A place in line: those of higher priority first, then the oldest. */
    private record Place(int priority, long number) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::priority).reversed().thenComparingLong(Place::number);

        static Place of(Entry entry) {
            return new Place(entry.request().wish().priority(), entry.number());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Journal journal;
    private final Map<String, Entry> open = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Place, Entry> line = new ConcurrentSkipListMap<>();
    private final Set<Entry> timed = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();

    /** Takes up every request that the journal says is open. */
    @Activate
    public Board(@Reference Journal journal) {
        this.journal = journal;
        for (String id : journal.open(LabEvent.Requested.class, ENDS)) {
            takeUp(id);
        }
    }

    private void takeUp(String id) {
        Entry entry = null;
        for (var recorded : journal.of(id)) {
            if (recorded.event() instanceof LabEvent.Requested requested) {
                entry = new Entry(requested.requested(), numbers.getAndIncrement());
            }
            if (entry != null) {
                entry.take(recorded.event());
            }
        }
        if (entry != null) {
            open.put(id, entry);
            line.put(Place.of(entry), entry);
            watch(entry);
        }
    }

    /** Where a request stands, whether it is open or at an end; empty if there is none of that id. */
    Optional<Ticket> ticket(String id) {
        Entry entry = open.get(id);
        Optional<Ticket> ticket = entry == null ? Optional.empty() : settled(entry);
        return ticket.isPresent() ? ticket : Optional.ofNullable(Tickets.of(journal.of(id)));
    }

    /** Where an open request stands; empty if it is at an end or unknown. */
    Optional<Ticket> open(String id) {
        Entry entry = open.get(id);
        return entry == null
                ? Optional.empty()
                : settled(entry).filter(ticket -> !ticket.state().isFinal());
    }

    /** Says that a request is not with that tenant, and where it is. */
    IllegalStateException notTheirs(String id, String tenant) {
        String where = ticket(id)
                .map(ticket -> ticket.state().toString().toLowerCase(Locale.ROOT)
                        + (ticket.tenant().isEmpty() ? "" : " by " + ticket.tenant()))
                .orElse("unknown");
        return new IllegalStateException("Request " + id + " is not with " + tenant + ": it is " + where);
    }

    /** Waits for a change that is on its way, so that who has heard of it finds it. */
    private static Optional<Ticket> settled(Entry entry) {
        synchronized (entry) {
            return entry.ticket();
        }
    }

    /**
     * Takes in a new request.
     *
     * @param check throws if it is not to be taken in
     * @return where it stands, or where the one of that id stands that was there before
     */
    Ticket enter(Request request, Runnable check) {
        Optional<Ticket> there = open(request.id());
        if (there.isPresent()) {
            return there.get();
        }
        Entry mine = new Entry(request, numbers.getAndIncrement());
        synchronized (mine) {
            if (open.putIfAbsent(request.id(), mine) == null) {
                return entered(mine, check);
            }
        }
        return enter(request, check);
    }

    private Ticket entered(Entry mine, Runnable check) {
        String id = mine.request().id();
        try {
            if (!journal.knows(id)) {
                check.run();
                mine.write(new LabEvent.Requested(Instant.now(), mine.request()), journal);
                line.put(Place.of(mine), mine);
                watch(mine);
                return mine.ticket().orElseThrow();
            }
        } finally {
            if (mine.plain() == null) {
                open.remove(id, mine);
            }
        }
        return Optional.ofNullable(Tickets.of(journal.of(id)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The id '" + id + "' is taken by something that is no request; choose another"));
    }

    /** Open requests in the order in which they are to be served. */
    List<Entry> inLine() {
        return List.copyOf(line.values());
    }

    /** As {@link #inLine}, of those that nobody has. */
    Stream<Entry> pending() {
        return line.values().stream().filter(entry -> {
            Ticket ticket = entry.plain();
            return ticket != null && ticket.state() == Request.State.PENDING;
        });
    }

    /**
     * Changes an open request under its lock.
     *
     * @param change is given the request with where it stands; the event it gives is written down, none if null
     * @return the event that was written; empty if there is no open request of that id, or nothing was to be changed
     */
    Optional<LabEvent> change(String id, Function<Entry, @Nullable LabEvent> change) {
        Entry entry = open.get(id);
        return entry == null ? Optional.empty() : change(entry, change);
    }

    /** As {@link #change(String, Function)}. */
    Optional<LabEvent> change(Entry entry, Function<Entry, @Nullable LabEvent> change) {
        synchronized (entry) {
            Ticket before = entry.plain();
            if (before == null || before.state().isFinal()) {
                return Optional.empty();
            }
            LabEvent event = change.apply(entry);
            if (event != null) {
                entry.write(event, journal);
                watch(entry);
                removeIfAtEnd(entry);
            }
            return Optional.ofNullable(event);
        }
    }

    /** Open requests that time may change: somebody has them, or they have a deadline. */
    Set<Entry> timed() {
        return timed;
    }

    private void watch(Entry entry) {
        if (entry.isTimed()) {
            timed.add(entry);
        } else {
            timed.remove(entry);
        }
    }

    private void removeIfAtEnd(Entry entry) {
        Ticket after = entry.plain();
        if (after != null && after.state().isFinal()) {
            line.remove(Place.of(entry));
            open.remove(entry.request().id(), entry);
        }
    }
}
