package org.busbar.forecast;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Devices and positions which one Use keeps, from its first step to its last. */
final class Hold {

    private final @Nullable Hold outer;
    private final Set<Place> places;

    Hold(@Nullable Hold outer, Set<Place> places) {
        this.outer = outer;
        this.places = Set.copyOf(places);
        this.places.forEach(place -> place.keep(this));
    }

    boolean keeps(Place place) {
        return places.contains(place);
    }

    /** Whether it is this one or one around it. */
    boolean isWithin(Hold other) {
        return this == other || (outer != null && outer.isWithin(other));
    }

    Set<Place> places() {
        return places;
    }

    /** Gives everything back, to the hold around if that had it before. */
    void end() {
        places.forEach(place -> place.keep(outer != null && outer.keeps(place) ? outer : null));
    }
}
