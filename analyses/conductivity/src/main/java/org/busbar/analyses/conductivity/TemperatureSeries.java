package org.busbar.analyses.conductivity;

import java.util.Arrays;

/**
 * Conductivities of one sample at several temperatures, in the order in which they were measured.
 *
 * @param kelvin temperatures
 * @param logarithm of the conductivity in S/m
 * @param sigma standard uncertainty of each logarithm without what is common to all; 1 each if not known
 * @param known whether {@code sigma} is known
 * @param common relative uncertainty common to all
 */
record TemperatureSeries(double[] kelvin, double[] logarithm, double[] sigma, boolean known, double common) {

    int size() {
        return kelvin.length;
    }

    double lowest() {
        return Arrays.stream(kelvin).min().orElseThrow();
    }

    double highest() {
        return Arrays.stream(kelvin).max().orElseThrow();
    }

    /** How many temperatures there are, to .5 K. */
    int temperatures() {
        double[] sorted = kelvin.clone();
        Arrays.sort(sorted);
        int count = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (double each : sorted) {
            if (each - last > 0.5) {
                count++;
                last = each;
            }
        }
        return count;
    }

    /** The same with other uncertainties. */
    TemperatureSeries with(double[] other) {
        return new TemperatureSeries(kelvin, logarithm, other, true, common);
    }
}
