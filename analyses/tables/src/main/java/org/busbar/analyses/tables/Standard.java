package org.busbar.analyses.tables;

import java.util.Arrays;

/**
 * Mean and standard deviation of the known numbers of a column, by plain sums in order, the same bits anywhere.
 *
 * @param deviation not negative
 */
public record Standard(double mean, double deviation) {

    /** With the number of values less one as divisor; at least two known values, else the deviation is NaN. */
    public static Standard ofSample(double[] values) {
        double[] known = known(values);
        return of(known, known.length - 1);
    }

    /** With the number of values as divisor; at least one known value, else both are NaN. */
    public static Standard ofPopulation(double[] values) {
        double[] known = known(values);
        return of(known, known.length);
    }

    private static Standard of(double[] known, int divisor) {
        double sum = 0;
        for (double value : known) {
            sum += value;
        }
        double mean = sum / known.length;
        double squares = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean);
        }
        return new Standard(mean, Math.sqrt(squares / divisor));
    }

    /** A fresh array: each value less the mean, divided by the deviation. */
    public double[] of(double[] values) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (scaled[i] - mean) / deviation;
        }
        return scaled;
    }

    static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
