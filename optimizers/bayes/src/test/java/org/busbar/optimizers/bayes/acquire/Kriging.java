package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.Optional;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.search.numeric.Cholesky;

/** A Gaussian process of mean 0 and variance 1 with a squared exponential kernel, as plain as can be. */
final class Kriging implements Correlated {

    private final double[][] rows;
    private final double[] values;
    private final double length;
    private final double noise;
    private final Cholesky factor;

    Kriging(double[][] rows, double[] values, double length, double noise) {
        this.rows = rows;
        this.values = values;
        this.length = length;
        this.noise = noise;
        double[][] a = new double[rows.length][];
        for (int i = 0; i < a.length; i++) {
            a[i] = kernel(rows[i], rows);
            a[i][i] += noise + 1e-9;
        }
        factor = Cholesky.of(a.length == 0 ? new double[][] {{1}} : a);
    }

    @Override
    public double noise() {
        return noise;
    }

    private double kernel(double[] a, double[] b) {
        double square = 0;
        for (int k = 0; k < a.length; k++) {
            square += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return StrictMath.exp(-square / (2 * length * length));
    }

    private double[] kernel(double[] row, double[][] others) {
        return Arrays.stream(others).mapToDouble(other -> kernel(row, other)).toArray();
    }

    /** Σ w_j ∂k(row, other_j)/∂row. */
    private double[] slope(double[] row, double[][] others, double[] weights) {
        double[] slope = new double[row.length];
        for (int j = 0; j < others.length; j++) {
            for (int k = 0; k < slope.length; k++) {
                slope[k] -= weights[j] * kernel(row, others[j]) * (row[k] - others[j][k]) / (length * length);
            }
        }
        return slope;
    }

    @Override
    public Forecast predict(double[][] at) {
        double[] weights = rows.length == 0 ? new double[0] : factor.solve(values);
        double[][] covariance = new double[at.length][];
        Arrays.setAll(covariance, r -> covariance(new double[][] {at[r]})[0]);
        return new Forecast(
                Arrays.stream(at)
                        .mapToDouble(row -> Root.dot(kernel(row, rows), weights, rows.length))
                        .toArray(),
                Arrays.stream(covariance)
                        .mapToDouble(one -> Math.sqrt(Math.max(0, one[0])))
                        .toArray());
    }

    @Override
    public double[][] covariance(double[][] at) {
        return toward(at).of(at);
    }

    @Override
    public Toward toward(double[][] anchors) {
        return new Toward() {
            @Override
            public double[][] of(double[][] at) {
                double[][] covariances = new double[at.length][anchors.length];
                for (int r = 0; r < at.length; r++) {
                    double[] toRow = kernel(at[r], rows);
                    double[] solved = rows.length == 0 ? toRow : factor.solve(toRow);
                    for (int j = 0; j < anchors.length; j++) {
                        covariances[r][j] =
                                kernel(at[r], anchors[j]) - Root.dot(solved, kernel(anchors[j], rows), rows.length);
                    }
                }
                return covariances;
            }

            @Override
            public Optional<double[]> slope(double[] row, double[] weights) {
                double[] through = new double[rows.length];
                for (int j = 0; j < anchors.length; j++) {
                    double[] toAnchor = kernel(anchors[j], rows);
                    double[] solved = rows.length == 0 ? toAnchor : factor.solve(toAnchor);
                    for (int i = 0; i < through.length; i++) {
                        through[i] -= weights[j] * solved[i];
                    }
                }
                double[] slope = Kriging.this.slope(row, anchors, weights);
                double[] second = Kriging.this.slope(row, rows, through);
                Arrays.setAll(slope, k -> slope[k] + second[k]);
                return Optional.of(slope);
            }
        };
    }

    @Override
    public Optional<Model.Slope> slope(double[] row) {
        Forecast at = predict(new double[][] {row});
        double deviation = at.deviations()[0];
        double[] solved = factor.solve(kernel(row, rows));
        double[] ofDeviation = Arrays.stream(slope(row, rows, solved))
                .map(half -> deviation == 0 ? 0 : -half / deviation)
                .toArray();
        double[] ofMean = slope(row, rows, factor.solve(values));
        return Optional.of(new Model.Slope(at.means()[0], deviation, ofMean, ofDeviation));
    }

    @Override
    public Model with(double[] row, double value) {
        double[][] more = Arrays.copyOf(rows, rows.length + 1);
        double[] moreValues = Arrays.copyOf(values, rows.length + 1);
        more[rows.length] = row;
        moreValues[rows.length] = value;
        return new Kriging(more, moreValues, length, noise);
    }
}
