package org.busbar.distribution.bench.optimizers.problems;

import java.util.List;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/**
 * The mean of a Gaussian process of fixed settings given some points: a squared-exponential kernel of length
 * {@value #LENGTH} and a noise variance of {@value #RIDGE} of the signal's. Immutable.
 */
final class RidgeFit implements Surface.Formula {

    static final double LENGTH = 0.25;
    static final double RIDGE = 0.07;

    private final List<double[]> points;
    private final double[] weights;
    private final double mean;

    /** Fits the values at the points. */
    RidgeFit(List<double[]> points, double... values) {
        this.points = List.copyOf(points);
        mean = Sample.mean(values);
        double[] centred = values.clone();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
        }
        weights = solved(factor(), centred);
    }

    @Override
    public double[] at(double... u) {
        double sum = mean;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * kernel(points.get(i), u);
        }
        return new double[] {sum};
    }

    private static double kernel(double[] one, double[] other) {
        double distance = 0;
        for (int i = 0; i < one.length; i++) {
            distance += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return StrictMath.exp(-distance / (2 * LENGTH * LENGTH));
    }

    /** The lower triangle of Cholesky. */
    private double[][] factor() {
        int n = points.size();
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = kernel(points.get(i), points.get(j)) + (i == j ? RIDGE : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return lower;
    }

    /** Solves forward and then backward, in place. */
    private static double[] solved(double[][] lower, double... x) {
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
