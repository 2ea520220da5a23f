package org.busbar.api.optimize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How near to each other the values of a parameter are to those who learn from them; where none is given, numbers are
 * linear, and every option of a choice is as far from each other one. */
public sealed interface Scale {

    /** A number that matters by its ratio: 1 to 10 is as far as 10 to 100. Its lower limit must be above 0. */
    record Log() implements Scale {}

    /** A choice whose options stand in an order, each one step from the next. */
    record Ordered() implements Scale {}

    /**
     * A choice among substances, or whatever else numbers describe: near are those with similar numbers.
     *
     * @param options for each option of the choice its descriptors by name; the same names for all, each finite
     */
    record Described(Map<String, Map<String, Double>> options) implements Scale {

        public Described {
            Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
            options.forEach((option, numbers) -> copy.put(option, named(option, numbers)));
            options = Collections.unmodifiableMap(copy);
            if (options.values().stream().map(Map::keySet).distinct().count() > 1) {
                throw new IllegalArgumentException(
                        "Not all of " + options.keySet() + " have the same descriptors; give each option all of them");
            }
        }

        private static Map<String, Double> named(String option, Map<String, Double> numbers) {
            numbers.forEach((name, number) -> {
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException(
                            "The descriptor " + name + " of " + option + " is " + number + ", not a finite number");
                }
            });
            return Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }
    }
}
