package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition.Worth;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.search.numeric.Normal;

/**
 * The logarithm of the expected improvement on the best of some rows whose values are not known for sure.
 *
 * <p>The values at these rows are drawn; given a draw, the value at a new row is normal and its expected improvement on
 * the best of the draw is exact. The mean over the draws is taken.
 */
final class DrawnImprovement implements Worth {

    private static final int BLOCK = 256;
    /** A share below exp(-37) of the largest term is not seen in a double. */
    private static final double UNSEEN = 37;

    private final Anchored anchored;
    private final double[][] draws;
    private final double[] best;

    /**
     * @param draws standard normal numbers, one per anchor
     * @param floor what is to be improved on at least; minus infinity for nothing
     */
    DrawnImprovement(Anchored anchored, double[][] draws, double floor) {
        this.anchored = anchored;
        this.draws = draws;
        this.best = Arrays.stream(draws)
                .mapToDouble(z ->
                        Math.max(floor, Arrays.stream(anchored.values(z)).max().orElse(Double.NEGATIVE_INFINITY)))
                .toArray();
    }

    @Override
    public double[] of(double[][] rows) {
        double[] worth = new double[rows.length];
        for (int from = 0; from < rows.length; from += BLOCK) {
            double[][] block = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BLOCK));
            Model.Forecast forecast = anchored.model().predict(block);
            double[][] weights = anchored.weights(block);
            for (int r = 0; r < block.length; r++) {
                double rest = Anchored.rest(forecast.deviations()[r], weights[r]);
                worth[from + r] = log(gains(forecast.means()[r], weights[r]), rest);
            }
        }
        return worth;
    }

    /** How far the mean at a row lies above the best, in each draw. */
    private double[] gains(double mean, double[] weights) {
        double[] gains = new double[draws.length];
        for (int s = 0; s < gains.length; s++) {
            gains[s] = mean + Root.dot(weights, draws[s], weights.length) - best[s];
        }
        return gains;
    }

    private static double log(double[] gains, double rest) {
        double top = top(gains, rest);
        return Double.isInfinite(top) ? top : log(top, shares(gains, rest, top));
    }

    private static double log(double top, double[] shares) {
        return top + StrictMath.log(Logs.total(shares) / shares.length);
    }

    /** The largest of the logarithms over draws. */
    private static double top(double[] gains, double rest) {
        return Improvement.log(Arrays.stream(gains).max().orElseThrow(), rest, 0);
    }

    /** Each term as a share of the largest, whose logarithm is given; with h(z) = φ(z)/(φ(z)/h(z)) where z is not above 0. */
    private static double[] shares(double[] gains, double rest, double top) {
        double[] shares = new double[gains.length];
        double scale = rest > 0 ? StrictMath.log(rest) + Normal.logPdf(0) - top : 0;
        for (int s = 0; s < shares.length; s++) {
            double z = gains[s] / rest;
            if (z > 0 || rest == 0) {
                shares[s] = StrictMath.exp(Improvement.log(gains[s], rest, 0) - top);
            } else if (scale - 0.5 * z * z > -UNSEEN) {
                shares[s] = StrictMath.exp(scale - 0.5 * z * z) / Normal.phiOverH(z);
            }
        }
        return shares;
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        Optional<Model.Slope> at = anchored.model().slope(row);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        double[] weights = anchored.weights(new double[][] {row})[0];
        double rest = Anchored.rest(at.get().deviation(), weights);
        double[] gains = gains(at.get().mean(), weights);
        double top = top(gains, rest);
        double[] shares = Double.isInfinite(top) ? new double[gains.length] : shares(gains, rest, top);
        double log = Double.isInfinite(top) ? top : log(top, shares);
        Partials partials = partials(gains, rest, shares);
        Optional<double[]> ofAnchors = anchored.slope(row, anchored.back(partials.ofWeights(weights, rest)));
        ofAnchors.ifPresent(third -> fill(slope, at.get(), partials, rest, third));
        return ofAnchors.map(third -> log);
    }

    private static void fill(double[] slope, Model.Slope at, Partials partials, double rest, double[] ofAnchors) {
        double ofDeviation = rest > 0 ? partials.ofRest() * at.deviation() / rest : 0;
        for (int k = 0; k < slope.length; k++) {
            slope[k] = partials.ofMean() * at.ofMean()[k] + ofDeviation * at.ofDeviation()[k] + ofAnchors[k];
        }
    }

    private Partials partials(double[] gains, double rest, double[] shares) {
        double sum = Logs.total(shares);
        double ofMean = 0;
        double ofRest = 0;
        double[] ofDraws = new double[anchored.size()];
        for (int s = 0; s < gains.length; s++) {
            if (shares[s] > 0) {
                double[] each = new Improvement(0).partials(gains[s], rest);
                ofMean += shares[s] / sum * each[0];
                ofRest += shares[s] / sum * each[1];
                add(shares[s] / sum * each[0], draws[s], ofDraws);
            }
        }
        return new Partials(ofMean, ofRest, ofDraws);
    }

    private static void add(double times, double[] some, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * some[i];
        }
    }

    /** How the logarithm changes with the mean at the row, the deviation left there, and w through the means. */
    private record Partials(double ofMean, double ofRest, double[] ofDraws) {

        /** How it changes with w, through the deviation, too. */
        double[] ofWeights(double[] weights, double rest) {
            double[] all = ofDraws.clone();
            add(rest > 0 ? -ofRest / rest : 0, weights, all);
            return all;
        }
    }
}
