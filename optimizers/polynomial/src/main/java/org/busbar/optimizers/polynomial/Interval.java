package org.busbar.optimizers.polynomial;

import java.util.Arrays;

/** From where to where a value is expected. */
record Interval(double low, double high) {

    static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double MISSED = 0.05;

    /**
     * Between the quantiles of mu_-i(x) - R_i and mu_-i(x) + R_i, where mu_-i is the mean of the members not taught value
     * i and R_i by how much they miss it.
     *
     * @param values one per row learnt from, replicates included
     */
    static Interval of(Ensemble ensemble, double[] values, double[] row) {
        double[] low = new double[values.length];
        double[] high = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            int place = ensemble.places().of()[i];
            Opinion there = ensemble.without(place, ensemble.places().rows()[place]);
            Opinion here = ensemble.without(place, row);
            if (!there.abstains() && !here.abstains()) {
                double missed = Math.abs(values[i] - there.mean());
                low[count] = here.mean() - missed;
                high[count++] = here.mean() + missed;
            }
        }
        return between(Arrays.copyOf(low, count), Arrays.copyOf(high, count));
    }

    private static Interval between(double[] low, double[] high) {
        int cut = (int) Math.floor(MISSED * (low.length + 1));
        if (cut < 1) {
            return ALL;
        }
        Arrays.sort(low);
        Arrays.sort(high);
        return new Interval(low[cut - 1], high[high.length - cut]);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }
}
