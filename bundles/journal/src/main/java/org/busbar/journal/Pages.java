package org.busbar.journal;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** Reads a long list of events page by page, so that only one page is in memory, and each event when it is asked for. */
final class Pages implements Iterator<Recorded> {

    private final LongFunction<List<EventStore.Entry>> source;
    private final Predicate<EventStore.Entry> wanted;
    private final Function<EventStore.Entry, Recorded> event;
    private Iterator<EventStore.Entry> page = List.<EventStore.Entry>of().iterator();
    private EventStore.@Nullable Entry next;
    private long last;
    private boolean exhausted;

    /**
     * @param source gives the page after that number; an empty one is the end
     * @param wanted is asked for each entry, in order, before it is read
     */
    Pages(
            LongFunction<List<EventStore.Entry>> source,
            Predicate<EventStore.Entry> wanted,
            Function<EventStore.Entry, Recorded> event) {
        this.source = source;
        this.wanted = wanted;
        this.event = event;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !exhausted) {
            if (page.hasNext()) {
                look(page.next());
            } else {
                page = source.apply(last).iterator();
                exhausted = !page.hasNext();
            }
        }
        return next != null;
    }

    private void look(EventStore.Entry entry) {
        last = entry.number();
        next = wanted.test(entry) ? entry : null;
    }

    /** The next event; if that one cannot be read, this throws and the next call gives the one after it. */
    @Override
    public Recorded next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        EventStore.Entry entry = next;
        next = null;
        return event.apply(entry);
    }
}
