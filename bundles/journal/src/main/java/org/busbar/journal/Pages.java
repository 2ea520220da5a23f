package org.busbar.journal;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import org.busbar.api.event.Recorded;

/** Reads a long list of events page by page, so that only one page is in memory. */
final class Pages implements Iterator<Recorded> {

    private final LongFunction<List<Recorded>> source;
    private Iterator<Recorded> page = List.<Recorded>of().iterator();
    private long last;
    private boolean exhausted;

    /** @param source gives the page after that number; an empty one is the end */
    Pages(LongFunction<List<Recorded>> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !exhausted) {
            page = source.apply(last).iterator();
            exhausted = !page.hasNext();
        }
        return page.hasNext();
    }

    @Override
    public Recorded next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Recorded next = page.next();
        last = next.number();
        return next;
    }
}
