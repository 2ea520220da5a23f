package org.busbar.analyses.conductivity;

import java.util.Arrays;

/**
 * The mean of values whose own variances do not explain all of their scatter.
 *
 * @param mean weighted by 1/(own variance + between)
 * @param error standard uncertainty of the mean
 * @param between variance between values beside their own
 * @param scatter sum of squared differences over own variances
 */
record Pooling(double mean, double error, double between, double scatter) {

    private static final int HALVINGS = 200;

    /** R. C. Paule, J. Mandel, J. Res. NBS 87, 377 (1982): the between-variance that makes the scatter n - 1. */
    static Pooling mandelPaule(double[] values, double[] sigma) {
        double low = 0;
        double high = 0;
        for (double value : values) {
            high = Math.max(high, Math.pow(value - values[0], 2));
        }
        high *= 2 * values.length;
        for (int i = 0; i < HALVINGS && scatter(values, sigma, 0) > values.length - 1; i++) {
            double middle = (low + high) / 2;
            boolean more = scatter(values, sigma, middle) > values.length - 1;
            low = more ? middle : low;
            high = more ? high : middle;
        }
        return with(values, sigma, low);
    }

    /** R. DerSimonian, N. Laird, Control. Clin. Trials 7, 177 (1986), doi 10.1016/0197-2456(86)90046-2: by moments. */
    static Pooling derSimonianLaird(double[] values, double[] sigma) {
        double first = 0;
        double second = 0;
        for (double s : sigma) {
            first += 1 / (s * s);
            second += 1 / (s * s * s * s);
        }
        double excess = scatter(values, sigma, 0) - (values.length - 1);
        return with(values, sigma, Math.max(0, excess / (first - second / first)));
    }

    /** Own variances only. */
    static Pooling fixed(double[] values, double[] sigma) {
        return with(values, sigma, 0);
    }

    /** Values of unknown variance, two or more. */
    static Pooling plain(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        double mean = mean(values, ones, 0);
        double variance = scatter(values, ones, 0) / (values.length - 1);
        return new Pooling(mean, Math.sqrt(variance / values.length), variance, values.length - 1.0);
    }

    private static Pooling with(double[] values, double[] sigma, double between) {
        double weights = 0;
        for (double s : sigma) {
            weights += 1 / (s * s + between);
        }
        return new Pooling(mean(values, sigma, between), 1 / Math.sqrt(weights), between, scatter(values, sigma, 0));
    }

    private static double mean(double[] values, double[] sigma, double between) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < values.length; i++) {
            double weight = 1 / (sigma[i] * sigma[i] + between);
            sum += weight * values[i];
            weights += weight;
        }
        return sum / weights;
    }

    private static double scatter(double[] values, double[] sigma, double between) {
        double mean = mean(values, sigma, between);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i] - mean) / (sigma[i] * sigma[i] + between);
        }
        return sum;
    }
}
