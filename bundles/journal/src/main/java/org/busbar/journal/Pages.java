package org.busbar.journal;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.busbar.api.event.Recorded;

/** Reads a long list of events page by page, so that only one page is in memory, and each event when it is asked for. */
final class Pages implements Iterator<Recorded> {

    private final LongFunction<List<EventStore.Entry>> source;
    private final Function<EventStore.Entry, Recorded> event;
    private Iterator<EventStore.Entry> page = List.<EventStore.Entry>of().iterator();
    private long last;
    private boolean exhausted;

    /** @param source gives the page after that number; an empty one is the end */
    Pages(LongFunction<List<EventStore.Entry>> source, Function<EventStore.Entry, Recorded> event) {
        this.source = source;
        this.event = event;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !exhausted) {
            page = source.apply(last).iterator();
            exhausted = !page.hasNext();
        }
        return page.hasNext();
    }

    /** The next event; if that one cannot be read, this throws and the next call gives the one after it. */
    @Override
    public Recorded next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        EventStore.Entry next = page.next();
        last = next.number();
        return event.apply(next);
    }
}
