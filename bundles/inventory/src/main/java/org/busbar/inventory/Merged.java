package org.busbar.inventory;

import java.util.Iterator;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** Two rows of events as one, in the order of the journal. */
final class Merged implements Iterator<Recorded> {

    private final Iterator<Recorded> first;
    private final Iterator<Recorded> second;
    private @Nullable Recorded ofFirst;
    private @Nullable Recorded ofSecond;

    /** Both in the order of their numbers. */
    Merged(Iterator<Recorded> first, Iterator<Recorded> second) {
        this.first = first;
        this.second = second;
        this.ofFirst = next(first);
        this.ofSecond = next(second);
    }

    private static @Nullable Recorded next(Iterator<Recorded> events) {
        return events.hasNext() ? events.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ofFirst != null || ofSecond != null;
    }

    @Override
    public Recorded next() {
        Recorded one = ofFirst;
        Recorded other = ofSecond;
        if (one != null && (other == null || one.number() < other.number())) {
            ofFirst = next(first);
            return one;
        }
        if (other == null) {
            throw new java.util.NoSuchElementException("The journal has no more of these");
        }
        ofSecond = next(second);
        return other;
    }
}
