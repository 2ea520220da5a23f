package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Sloped;

/**
 * The probability that a trial succeeds, by Gaussian process classification with the Laplace approximation (Rasmussen and
 * Williams 2006, algorithms 3.1 and 3.2) and MacKay's approximation of the average over the latent function.
 *
 * <p>Far from all data the probability is that of all trials, (successes + 1)/(trials + 2). One length scale, proportional to
 * √columns, and the latent variance are chosen from a grid by the evidence. Immutable; any thread.
 */
public final class LaplaceClassifier implements Sloped {

    private static final double LENGTH = 0.5;
    private static final double[] MULTIPLIERS = {0.25, 0.5, 1, 2, 4};
    private static final double[] VARIANCES = {1, 4, 16};

    private final Cross cross;
    private final double variance;
    private final LaplaceMode mode;

    private LaplaceClassifier(Cross cross, double variance, LaplaceMode mode) {
        this.cross = cross;
        this.variance = variance;
        this.mode = mode;
    }

    /**
     * Learns from trials.
     *
     * @param columns length of a row
     * @param rows scaled to [0, 1]; none gives the probability 1/2 everywhere
     * @param successes one per row
     * @throws IllegalArgumentException if lengths differ or a number is not finite, with the row and the number
     */
    public static LaplaceClassifier fit(int columns, double[][] rows, boolean[] successes) {
        double[] signs = new double[successes.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = successes[i] ? 1 : -1;
        }
        Data data = Data.of(columns, rows, signs);
        LaplaceClassifier best = of(data, MULTIPLIERS[0], VARIANCES[0]);
        for (double multiplier : MULTIPLIERS) {
            for (double variance : VARIANCES) {
                LaplaceClassifier one = of(data, multiplier, variance);
                best = one.score() > best.score() ? one : best;
            }
        }
        return best;
    }

    private static LaplaceClassifier of(Data data, double multiplier, double variance) {
        double[] lengths = new double[data.columns()];
        Arrays.fill(lengths, LENGTH * multiplier * Math.sqrt(data.columns()));
        double[] variances = new double[data.size()];
        Arrays.fill(variances, variance);
        Cross cross = Cross.of(Kernel.MATERN_52, lengths, data, variances);
        double[][] covariance = new double[data.size()][];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = cross.at(data.at(i));
        }
        return new LaplaceClassifier(cross, variance, LaplaceMode.find(covariance, data.values()));
    }

    /** The evidence and weak log-normal priors, in ln multiplier and ln(variance/4)/2, of standard deviation 1. */
    private double score() {
        double length = cross.columns() == 0 ? 1 : cross.lengths()[0] / (LENGTH * Math.sqrt(cross.columns()));
        double multiplier = StrictMath.log(length);
        double spread = StrictMath.log(variance / 4) / 2;
        return mode.evidence() - (multiplier * multiplier + spread * spread) / 2;
    }

    /** The log marginal likelihood of the outcomes, approximately. */
    public double evidence() {
        return mode.evidence();
    }

    /** The length scale of all columns, in units of the rows. */
    public double length() {
        return cross.lengths()[0];
    }

    /** The probability of success at each row. */
    public double[] probabilities(double[]... rows) {
        double[] probabilities = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            probabilities[r] = StrictMath.exp(at(rows[r], new double[cross.columns()]));
        }
        return probabilities;
    }

    /** The logarithm of the probability of success at a row, at most 0, and its slope. */
    @Override
    public double at(double[] row, double[] slope) {
        double[] k = new double[cross.size()];
        double[] decays = new double[cross.size()];
        cross.fill(Data.checked(cross.columns(), row, 0), k, decays);
        double[] reduction = mode.reduction(k);
        double mean = mode.prior() + Regression.dot(k, mode.gradient());
        double damping = 1 / Math.sqrt(1 + Math.PI / 8 * Math.max(0, variance - Regression.dot(k, reduction)));
        double log = logLogistic(damping * mean);
        double[] meanSlope = cross.slope(row, decays, mode.gradient());
        double[] halfVarianceSlope = cross.slope(row, decays, reduction);
        double outer = -StrictMath.expm1(log);
        for (int i = 0; i < slope.length; i++) {
            double dampingSlope = damping * damping * damping * Math.PI / 8 * halfVarianceSlope[i];
            slope[i] = outer * (damping * meanSlope[i] + mean * dampingSlope);
        }
        return log;
    }

    /** ln 1/(1 + e^-u). */
    static double logLogistic(double u) {
        return u > 0 ? -StrictMath.log1p(StrictMath.exp(-u)) : u - StrictMath.log1p(StrictMath.exp(u));
    }
}
