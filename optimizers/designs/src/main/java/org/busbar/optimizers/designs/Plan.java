package org.busbar.optimizers.designs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.busbar.api.Values;

/**
 * A design, laid out: all points in the order in which they are to be tried.
 *
 * @param title what people call it, such as {@code 2^(5-2) fractional factorial}
 * @param points repeatable; without end if {@code size} is empty; a point may be there more than once, as a centre is
 * @param size how many points there are
 * @param facts what is to be known of it, for people, such as what is confounded
 */
record Plan(String title, Iterable<Values> points, OptionalInt size, Map<String, String> facts) {

    Plan {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
