package org.busbar.drivers.simdropletcell;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Something the cell does that takes time.
 *
 * @param action the name of the action it is done for
 * @param seconds how long it takes in the lab
 * @param at the head so many seconds after the start
 */
record Motion(Kind kind, String action, double seconds, DoubleFunction<Head> at) {

    /** What the time goes into. */
    enum Kind {
        MOTION,
        DROPLET,
        MEASUREMENT;

        /** As the logbook says it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The head so many seconds after the start; at its end if that is later. */
    Head head(double passed) {
        return at.apply(Math.min(passed, seconds));
    }

    /** The head when all is done. */
    Head end() {
        return at.apply(seconds);
    }
}
