package org.busbar.drivers.methodscript.simulator;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of a {@code sim:methodscript} link.
 *
 * @param serial number that the instrument says
 * @param speed how many times faster than on the wall time runs in the cell
 * @param noise standard deviation of what is measured, as a share of the range in use
 * @param seed of the noise
 */
record Options(String serial, double speed, double noise, long seed, Chemistry chemistry) {

    private static final Set<String> KNOWN =
            new TreeSet<>(Set.of("serial", "speed", "noise", "seed", "concentration", "area", "resistance", "reduced"));

    /** @throws IllegalArgumentException if one is unknown or out of its range */
    static Options of(Map<String, String> given) {
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                        "The simulator methodscript has no option '" + name + "', but " + KNOWN);
            }
        }
        return new Options(
                given.getOrDefault("serial", "SIM0001"),
                number(given, "speed", 1, 1e-3, 1e9),
                number(given, "noise", 1e-4, 0, 1),
                (long) number(given, "seed", 0, -1e15, 1e15),
                new Chemistry(
                        number(given, "concentration", 1, 1e-6, 1e4),
                        number(given, "area", 0.0707, 1e-6, 100) * 1e-4,
                        number(given, "resistance", 100, 0.1, 1e9),
                        number(given, "reduced", 0.99, 1e-9, 1 - 1e-9)));
    }

    /** The same with another serial number. */
    Options other() {
        return new Options(serial + "-OTHER", speed, noise, seed, chemistry);
    }

    private static double number(Map<String, String> given, String name, double usual, double min, double max) {
        String text = given.get(name);
        double value = text == null ? usual : parsed(name, text);
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "The option " + name + " = " + text + " is not from " + min + " to " + max);
        }
        return value;
    }

    private static double parsed(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The option " + name + " = " + text + " is not a number", e);
        }
    }
}
