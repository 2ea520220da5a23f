package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;

/** Some fixed rows, and how what a Gaussian process expects at any row varies together with them. Immutable; any thread. */
public final class Anchors {

    private final Cross known;
    private final Cross fixed;
    private final double[][] solved; // for each fixed row, A⁻¹k towards it

    private Anchors(Cross known, Cross fixed, double[][] solved) {
        this.known = known;
        this.fixed = fixed;
        this.solved = solved;
    }

    /** @throws IllegalArgumentException if a row is not as long as those of the process, or not finite */
    public static Anchors of(GaussianProcess process, double[][] rows) {
        Data anchors = Data.of(process.columns(), rows, new double[rows.length]);
        double[] ties = new double[rows.length];
        Arrays.fill(ties, 1);
        Cross fixed = Cross.of(process.kernel(), process.hyperparameters().lengths(), anchors, ties);
        double[][] solved = new double[rows.length][];
        for (int j = 0; j < rows.length; j++) {
            solved[j] = process.solve(process.cross().at(rows[j]));
        }
        return new Anchors(process.cross(), fixed, solved);
    }

    /** One array per row, with one covariance per fixed row. */
    public double[][] covariances(double[][] rows) {
        double[][] covariances = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            double[] k = known.at(rows[r]);
            double[] covariance = fixed.at(rows[r]);
            for (int j = 0; j < covariance.length; j++) {
                covariance[j] -= Regression.dot(k, solved[j]);
            }
            covariances[r] = covariance;
        }
        return covariances;
    }

    /** The slope, in the row, of the sum of its covariances with the fixed rows, each times its weight. */
    public double[] slope(double[] row, double[] weights) {
        double[] total = new double[known.size()];
        for (int j = 0; j < weights.length; j++) {
            for (int i = 0; i < total.length; i++) {
                total[i] += weights[j] * solved[j][i];
            }
        }
        double[] prior = slope(fixed, row, weights);
        double[] learnt = slope(known, row, total);
        for (int k = 0; k < prior.length; k++) {
            prior[k] -= learnt[k];
        }
        return prior;
    }

    private static double[] slope(Cross cross, double[] row, double[] weights) {
        double[] decays = new double[cross.size()];
        cross.fill(row, new double[cross.size()], decays);
        return cross.slope(row, decays, weights);
    }
}
