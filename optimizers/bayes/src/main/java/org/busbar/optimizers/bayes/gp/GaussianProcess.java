package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Cholesky;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * A Gaussian process with a constant mean, conditioned on data (Rasmussen and Williams 2006, algorithm 2.1). Without data it
 * is the prior: mean 0, standard deviation 1. Immutable; any thread.
 */
public final class GaussianProcess implements Posterior {

    private static final int BLOCK = 64;
    private static final double LEAST_VARIANCE = 1e-12;

    private final Kernel kernel;
    private final Data data;
    private final Cross cross;
    private final Regression regression;
    private final Fitted fitted;

    GaussianProcess(Kernel kernel, Data data, Cross cross, Regression regression, Fitted fitted) {
        this.kernel = kernel;
        this.data = data;
        this.cross = cross;
        this.regression = regression;
        this.fitted = fitted;
    }

    /**
     * Conditions on data with given hyper-parameters.
     *
     * @throws IllegalArgumentException if the length scales are not one per column
     */
    public static GaussianProcess of(Kernel kernel, Hyperparameters hyperparameters, Data data) {
        return of(kernel, Fitted.given(hyperparameters), data);
    }

    static GaussianProcess of(Kernel kernel, Fitted fitted, Data data) {
        Hyperparameters hyperparameters = fitted.hyperparameters();
        if (hyperparameters.columns() != data.columns()) {
            throw new IllegalArgumentException(hyperparameters.columns() + " length scales for " + data.columns()
                    + " columns: give one length scale per column");
        }
        double[] ties = new double[data.size()];
        Arrays.fill(ties, 1);
        Cross cross = Cross.of(kernel, hyperparameters.lengths(), data, ties);
        Regression regression =
                Regression.of(Cholesky.of(covariance(cross, data, hyperparameters.noise())), data.values());
        return new GaussianProcess(kernel, data, cross, regression, fitted);
    }

    private static double[][] covariance(Cross cross, Data data, double noise) {
        double[][] a = new double[data.size()][];
        for (int i = 0; i < a.length; i++) {
            a[i] = cross.at(data.at(i));
            a[i][i] += data.variance(i, noise);
        }
        return a;
    }

    @Override
    public int columns() {
        return cross.columns();
    }

    /** The data it is conditioned on. */
    public Data data() {
        return data;
    }

    /** How it came about, for people. */
    public Facts facts() {
        return new Facts(
                kernel,
                fitted,
                regression.mean(),
                regression.evidence(),
                regression.cholesky().jitter());
    }

    /** The hyper-parameters. */
    public Hyperparameters hyperparameters() {
        return fitted.hyperparameters();
    }

    Kernel kernel() {
        return kernel;
    }

    Cross cross() {
        return cross;
    }

    double mean() {
        return regression.mean();
    }

    /** Variance of the noise of a row. */
    double noise(int i) {
        return data.variance(i, hyperparameters().noise());
    }

    /** L⁻¹k for each row. */
    double[][] solved(double[]... rows) {
        return regression.cholesky().forward(crosses(rows, 0, rows.length));
    }

    /** The means at rows given by their L⁻¹k. */
    double[] means(double[][] solved) {
        double[] residuals = data.values();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= regression.mean();
        }
        double[] whitened = regression.cholesky().forward(residuals);
        double[] means = new double[solved.length];
        for (int r = 0; r < solved.length; r++) {
            means[r] = regression.mean() + Regression.dot(solved[r], whitened);
        }
        return means;
    }

    /** A⁻¹b. */
    double[] solve(double[] b) {
        return regression.cholesky().solve(b);
    }

    @Override
    public Moments predict(double[]... rows) {
        Moments moments = new Moments(new double[rows.length], new double[rows.length]);
        for (int from = 0; from < rows.length; from += BLOCK) {
            predict(rows, from, Math.min(rows.length, from + BLOCK), moments);
        }
        return moments;
    }

    private void predict(double[][] rows, int from, int to, Moments moments) {
        double[][] block = crosses(rows, from, to);
        for (int r = from; r < to; r++) {
            moments.means()[r] = regression.mean() + Regression.dot(regression.weights(), block[r - from]);
        }
        double[][] solved = regression.cholesky().forward(block);
        for (int r = from; r < to; r++) {
            moments.sds()[r] = sd(1 - Regression.dot(solved[r - from], solved[r - from]));
        }
    }

    private double[][] crosses(double[][] rows, int from, int to) {
        double[] decays = new double[cross.size()];
        double[][] block = new double[to - from][cross.size()];
        for (int r = from; r < to; r++) {
            cross.fill(checked(rows[r], r), block[r - from], decays);
        }
        return block;
    }

    static double sd(double variance) {
        return Math.sqrt(Math.max(LEAST_VARIANCE, variance));
    }

    private double[] checked(double[] row, int r) {
        return Data.checked(columns(), row, r);
    }

    @Override
    public Tangent tangent(double[] row) {
        checked(row, 0);
        double[] k = new double[cross.size()];
        double[] decays = new double[cross.size()];
        cross.fill(row, k, decays);
        double[] solved = regression.cholesky().solve(k);
        double sd = sd(1 - Regression.dot(k, solved));
        double[] sdSlope = cross.slope(row, decays, solved);
        for (int i = 0; i < sdSlope.length; i++) {
            sdSlope[i] /= -sd;
        }
        double mean = regression.mean() + Regression.dot(regression.weights(), k);
        return new Tangent(mean, sd, cross.slope(row, decays, regression.weights()), sdSlope);
    }

    @Override
    public double[][] covariance(double[][] rows, double[][] others) {
        double[][] a = solved(rows);
        double[][] b = solved(others);
        double[][] covariance = new double[rows.length][others.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < others.length; j++) {
                covariance[i][j] = cross.between(rows[i], others[j]) - Regression.dot(a[i], b[j]);
            }
        }
        return covariance;
    }

    @Override
    public GaussianProcess with(double[] row, double value, double variance) {
        Data more = data.with(row, value, variance);
        double noise = more.variance(data.size(), hyperparameters().noise());
        Cholesky cholesky = regression.cholesky().append(cross.at(row), 1 + noise);
        Regression longer = Regression.of(cholesky, more.values(), regression.mean());
        return new GaussianProcess(kernel, more, cross.with(row), longer, fitted);
    }

    /** Predictions of each measured value from the others. */
    public LeaveOneOut leaveOneOut() {
        return LeaveOneOut.of(
                data.values(), regression.weights(), regression.cholesky().inverse());
    }

    /**
     * Joint draws of the function at some rows, in O(rows³).
     *
     * @return one array per draw, one number per row
     */
    public double[][] draws(double[][] rows, int count, Keyed keyed) {
        double[] means = predict(rows).means();
        Cholesky spread = Cholesky.of(covariance(rows, rows));
        double[][] draws = new double[count][];
        for (int c = 0; c < count; c++) {
            draws[c] = spread.multiply(normals(rows.length, keyed.at(c)));
            for (int i = 0; i < means.length; i++) {
                draws[c][i] += means[i];
            }
        }
        return draws;
    }

    private static double[] normals(int count, Keyed keyed) {
        double[] normals = new double[count];
        for (int i = 0; i < count; i++) {
            normals[i] = keyed.normal();
        }
        return normals;
    }
}
