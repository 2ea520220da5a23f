package org.busbar.drivers.methodscript;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the instrument itself says of what it measured, from good to worthless. */
enum Quality {
    GOOD(0),
    /** The range in use is too wide for so small a value, so it has few digits. */
    UNDERLOAD(4),
    /** Close to the end of the range. */
    NEAR_OVERLOAD(8),
    /** A point came late: the script asks for more points a second than the instrument can take. */
    TIMING_ERROR(1),
    /** Beyond the range: the value is wrong. */
    OVERLOAD(2);

    private final int bit;

    Quality(int bit) {
        this.bit = bit;
    }

    /** As outputs have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] words() {
        return Stream.of(values()).map(Quality::word).toArray(String[]::new);
    }

    /** The worst that was said of any value. */
    static Quality of(List<List<Reading>> rows) {
        int bits = rows.stream().flatMap(List::stream).mapToInt(Reading::status).reduce(0, (all, one) -> all | one);
        return Stream.of(values()).filter(quality -> (bits & quality.bit) != 0).reduce(GOOD, (milder, worse) -> worse);
    }
}
