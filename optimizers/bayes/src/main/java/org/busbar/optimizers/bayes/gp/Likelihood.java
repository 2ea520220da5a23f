package org.busbar.optimizers.bayes.gp;

import org.busbar.optimizers.search.numeric.Cholesky;
import org.busbar.optimizers.search.numeric.Sloped;

/**
 * The log marginal likelihood of data in the logs of the hyper-parameters, ln l_1 … ln l_d, ln σ² (Rasmussen and Williams
 * 2006, equations 5.8 and 5.9). The constant mean is at its best for each, so its slope does not enter.
 *
 * <p>Keeps buffers: one thread at a time.
 */
final class Likelihood implements Sloped {

    private final Kernel kernel;
    private final Data data;
    private final Pairs pairs;
    private final double[] distances;
    private final double[] values;
    private final double[] decays;

    Likelihood(Kernel kernel, Data data) {
        this.kernel = kernel;
        this.data = data;
        pairs = new Pairs(data);
        distances = new double[pairs.count()];
        values = new double[pairs.count()];
        decays = new double[pairs.count()];
    }

    Data data() {
        return data;
    }

    /** NaN if the covariance cannot be factored. */
    @Override
    public double at(double[] logs, double[] slope) {
        Regression regression;
        try {
            regression = regression(logs);
        } catch (IllegalArgumentException notPositiveDefinite) {
            return Double.NaN;
        }
        slope(logs, regression, slope);
        return regression.evidence();
    }

    /** The value alone; NaN if the covariance cannot be factored. */
    double at(double[] logs) {
        try {
            return regression(logs).evidence();
        } catch (IllegalArgumentException notPositiveDefinite) {
            return Double.NaN;
        }
    }

    private Regression regression(double[] logs) {
        pairs.distances(logs, distances);
        kernel.fill(distances, pairs.count(), values, decays);
        return Regression.of(Cholesky.of(covariance(StrictMath.exp(logs[data.columns()]))), data.values());
    }

    private double[][] covariance(double noise) {
        int n = data.size();
        double[][] a = new double[n][n];
        int p = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++, p++) {
                a[i][j] = values[p];
                a[j][i] = values[p];
            }
            a[i][i] = 1 + data.variance(i, noise);
        }
        return a;
    }

    /** ½ tr[(ααᵀ - A⁻¹) ∂A/∂θ]. */
    private void slope(double[] logs, Regression regression, double[] slope) {
        double[][] inverse = regression.cholesky().inverse();
        weigh(regression.weights(), inverse);
        int columns = data.columns();
        for (int k = 0; k < columns; k++) {
            slope[k] = StrictMath.exp(-2 * logs[k]) * pairs.weighted(k, decays);
        }
        slope[columns] = noiseSlope(StrictMath.exp(logs[columns]), regression.weights(), inverse);
    }

    /** Multiplies the decays by α_i α_j - [A⁻¹]_ij. */
    private void weigh(double[] alpha, double[][] inverse) {
        int p = 0;
        for (int i = 1; i < alpha.length; i++) {
            for (int j = 0; j < i; j++, p++) {
                decays[p] *= alpha[i] * alpha[j] - inverse[i][j];
            }
        }
    }

    private double noiseSlope(double noise, double[] alpha, double[][] inverse) {
        double sum = 0;
        for (int i = 0; i < alpha.length; i++) {
            if (data.fitted(i)) {
                sum += alpha[i] * alpha[i] - inverse[i][i];
            }
        }
        return noise * sum / 2;
    }
}
