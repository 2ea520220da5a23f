package org.busbar.forecast;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step in line for everything it needs at once.
 *
 * @param inside the hold around the step; null if there is none
 * @param granted is told when it gets everything
 */
record Ticket(Spot spot, List<Want> wants, List<Place> positions, @Nullable Hold inside, Grant granted) {

    /** Told what was granted. */
    @FunctionalInterface
    interface Grant {

        /** @param taken all at once, in the order of the wants and then of the positions; none twice */
        void take(Set<Place> taken);
    }
}
