package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * What is believed of hyper-parameters before any data: one density for each length scale, one for the noise variance.
 *
 * <p>Rows are scaled to [0, 1], values to a standard deviation of 1. Logs of hyper-parameters are ordered ln l_1 … ln l_d,
 * ln σ².
 *
 * @param length of each length scale
 * @param noise of the noise variance
 */
public record Priors(Prior length, Prior noise, double leastNoise) {

    private static final double LEAST_LENGTH = 0.025;
    private static final double MOST_LENGTH = 1e4;
    private static final double LEAST_NOISE = 1e-4;
    private static final double MOST_NOISE = 10;

    /** Mode of the log-normal length scale in one dimension. */
    private static final double MODE = StrictMath.exp(StrictMath.sqrt(2) - 3);

    /** Priors of noise that is never below a hundredth of the deviation of the values. */
    public Priors(Prior length, Prior noise) {
        this(length, noise, LEAST_NOISE);
    }

    /** A family of priors that depends on the number of columns. */
    public enum Family {
        /** Log-normal length scales that grow with √columns (Hvarfner et al. 2024, arXiv:2402.02229). */
        LOG_NORMAL {
            @Override
            public Priors of(int columns) {
                return new Priors(
                        new Prior.LogNormal(Math.sqrt(2) + StrictMath.log(Math.max(1, columns)) / 2, Math.sqrt(3)),
                        new Prior.LogNormal(-4, 1));
            }
        },

        /** The same length scales; noise that may all but vanish, as that of a computed function does. */
        LOW_NOISE {
            @Override
            public Priors of(int columns) {
                return new Priors(LOG_NORMAL.of(columns).length(), new Prior.LogNormal(-5, 2), 1e-6);
            }
        },

        /** Gamma densities with the same modes and thin tails, as in BayBE 0.15. */
        GAMMA {
            @Override
            public Priors of(int columns) {
                return new Priors(
                        new Prior.Gamma(3, 2 / (MODE * Math.sqrt(Math.max(1, columns)))),
                        new Prior.Gamma(2, StrictMath.exp(5)));
            }
        };

        /** The priors for rows of so many columns. */
        public abstract Priors of(int columns);
    }

    /** The lower bounds of the logs. */
    double[] low(int columns) {
        return logs(columns, LEAST_LENGTH, leastNoise);
    }

    /** The upper bounds of the logs. */
    double[] high(int columns) {
        return logs(columns, MOST_LENGTH, MOST_NOISE);
    }

    /** The logs of the modes. */
    double[] modes(int columns) {
        return logs(columns, length.mode(), noise.mode());
    }

    /** The logs of one draw, within the bounds. */
    double[] draw(int columns, Keyed keyed) {
        double[] logs = new double[columns + 1];
        for (int i = 0; i < columns; i++) {
            logs[i] = StrictMath.log(length.draw(keyed));
        }
        logs[columns] = StrictMath.log(noise.draw(keyed));
        return bounded(logs);
    }

    /** The nearest logs within the bounds. */
    double[] bounded(double[] logs) {
        double[] low = low(logs.length - 1);
        double[] high = high(logs.length - 1);
        double[] bounded = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            bounded[i] = Math.min(high[i], Math.max(low[i], logs[i]));
        }
        return bounded;
    }

    /** The log density over the hyper-parameters themselves; its slope in the logs is added to {@code slope}. */
    double log(double[] logs, double[] slope) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            Prior prior = i < logs.length - 1 ? length : noise;
            double x = StrictMath.exp(logs[i]);
            sum += prior.log(x);
            slope[i] += prior.slope(x);
        }
        return sum;
    }

    private static double[] logs(int columns, double length, double noise) {
        double[] logs = new double[columns + 1];
        Arrays.fill(logs, StrictMath.log(length));
        logs[columns] = StrictMath.log(noise);
        return logs;
    }
}
