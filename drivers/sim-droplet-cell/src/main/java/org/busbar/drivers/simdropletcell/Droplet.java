package org.busbar.drivers.simdropletcell;

import java.util.Locale;

/** What hangs at the mouth of the cell. */
enum Droplet {
    NONE,
    /** Nothing has touched it. */
    FRESH,
    /** It has touched a sample and would carry that to the next. */
    USED;

    /** As the logbook and the channel say it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such word */
    static Droplet of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
