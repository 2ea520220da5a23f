package org.busbar.optimizers.search.numeric;

/**
 * A sample whose far low values were raised to the first quartile less 1.5 interquartile ranges.
 *
 * <p>Low is the bad side: flip the sign of an objective that is to be minimised. Limit of J. W. Tukey, Exploratory Data
 * Analysis (1977).
 *
 * @param values in the order of the sample
 * @param limit in the unit of the sample
 * @param raised how many values were below the limit
 */
public record Winsorized(double[] values, double limit, int raised) {

    private static final double RANGES = 1.5;

    /** @throws IllegalArgumentException if the sample is empty */
    public static Winsorized of(double[] sample) {
        double first = Statistics.quantile(sample, 0.25);
        double limit = first - RANGES * (Statistics.quantile(sample, 0.75) - first);
        double[] values = sample.clone();
        int raised = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < limit) {
                values[i] = limit;
                raised++;
            }
        }
        return new Winsorized(values, limit, raised);
    }
}
