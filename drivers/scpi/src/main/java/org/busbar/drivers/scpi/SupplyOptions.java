package org.busbar.drivers.scpi;

import java.util.Map;
import java.util.Set;

/**
 * What a simulated supply is like.
 *
 * @param load resistance at its output, Ohm
 * @param noise standard deviation of a reading, V and A
 * @param seed of the noise
 */
record SupplyOptions(double load, double noise, long seed) {

    private static final Set<String> KNOWN = Set.of("load", "noise", "seed");

    SupplyOptions {
        if (!(load >= 0.01 && load <= 1e9)) {
            throw new IllegalArgumentException("load=" + load + " Ohm is not from 0.01 to 1e9 Ohm");
        }
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("noise=" + noise + " V is not from 0 to 1 V");
        }
    }

    static SupplyOptions of(Map<String, String> options) {
        for (String name : options.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("scpi-supply has no option " + name + ", only " + KNOWN);
            }
        }
        return new SupplyOptions(
                number(options, "load", 10), number(options, "noise", 1e-4), (long) number(options, "seed", 0));
    }

    private static double number(Map<String, String> options, String name, double otherwise) {
        String text = options.get(name);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text + " is not a number", e);
        }
    }
}
