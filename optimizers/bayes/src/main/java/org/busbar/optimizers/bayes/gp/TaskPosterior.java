package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Sloped;

/**
 * The negative log density of the hyper-parameters of several tasks, up to a constant, in the array of {@link
 * TaskParameters}; with the evidence of all rows, or with the predictions of each target row from all others. The prior of
 * a correlation is Beta(2.5, 1.5). Keeps buffers: one thread at a time.
 */
final class TaskPosterior implements Sloped {

    private final Kernel kernel;
    private final Tasks tasks;
    private final Priors priors;
    private final boolean leaveOneOut;
    private final Pairs pairs;
    private final double[] distances;
    private final double[] values;
    private final double[] decays;

    TaskPosterior(Kernel kernel, Tasks tasks, Priors priors, boolean leaveOneOut) {
        this.kernel = kernel;
        this.tasks = tasks;
        this.priors = priors;
        this.leaveOneOut = leaveOneOut;
        pairs = new Pairs(tasks.data());
        distances = new double[pairs.count()];
        values = new double[pairs.count()];
        decays = new double[pairs.count()];
    }

    @Override
    public double at(double[] array, double[] slope) {
        TaskParameters parameters = new TaskParameters(array, tasks.columns(), tasks.count());
        TaskRegression regression;
        try {
            regression = regression(parameters);
        } catch (IllegalArgumentException notPositiveDefinite) {
            return Double.NaN;
        }
        Arrays.fill(slope, 0);
        double value = prior(parameters, slope) + fit(regression);
        slope(parameters, fitSlope(regression), slope);
        Arrays.setAll(slope, i -> -slope[i]);
        return -value;
    }

    private double[][] fitSlope(TaskRegression regression) {
        return leaveOneOut ? regression.leaveOneOutSlope(tasks.targets()) : regression.evidenceSlope();
    }

    private double fit(TaskRegression regression) {
        return leaveOneOut
                ? regression.leaveOneOut(tasks.targets())
                : regression.evidence(tasks.data().values());
    }

    TaskRegression regression(TaskParameters parameters) {
        pairs.distances(parameters.array(), distances);
        kernel.fill(distances, pairs.count(), values, decays);
        return TaskRegression.of(covariance(parameters), tasks);
    }

    private double[][] covariance(TaskParameters parameters) {
        int n = tasks.of().length;
        double[][] a = new double[n][n];
        int p = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++, p++) {
                a[i][j] = parameters.correlation(tasks.of()[i], tasks.of()[j]) * values[p];
                a[j][i] = a[i][j];
            }
            a[i][i] = 1 + tasks.data().variance(i, parameters.noise(tasks.of()[i]));
        }
        return a;
    }

    private double prior(TaskParameters parameters, double[] slope) {
        double sum = 0;
        int columns = tasks.columns();
        for (int i = 0; i < columns + tasks.count(); i++) {
            Prior prior = i < columns ? priors.length() : priors.noise();
            double x = StrictMath.exp(parameters.array()[i]);
            sum += prior.log(x);
            slope[i] += prior.slope(x);
        }
        for (int source = 1; source < tasks.count(); source++) {
            double c = parameters.correlation(source);
            sum += 1.5 * StrictMath.log(c) + 0.5 * StrictMath.log(1 - c);
            slope[parameters.index(source)] += 1.5 / c - 0.5 / (1 - c);
        }
        return sum;
    }

    private void slope(TaskParameters parameters, double[][] weights, double[] slope) {
        for (int i = 0; i < weights.length; i++) {
            if (tasks.data().fitted(i)) {
                slope[tasks.columns() + tasks.of()[i]] += weights[i][i] * parameters.noise(tasks.of()[i]);
            }
        }
        int p = 0;
        for (int i = 1; i < weights.length; i++) {
            for (int j = 0; j < i; j++, p++) {
                pair(parameters, i, j, 2 * weights[i][j] * values[p], slope);
                decays[p] *= 2 * weights[i][j] * parameters.correlation(tasks.of()[i], tasks.of()[j]);
            }
        }
        for (int k = 0; k < tasks.columns(); k++) {
            slope[k] += StrictMath.exp(-2 * parameters.array()[k]) * pairs.weighted(k, decays);
        }
    }

    /** Adds the slope of one pair's covariance in the correlations. */
    private void pair(TaskParameters parameters, int i, int j, double weight, double[] slope) {
        int a = tasks.of()[i];
        int b = tasks.of()[j];
        if (a == b) {
            return;
        }
        if (a > 0) {
            slope[parameters.index(a)] += weight * parameters.correlation(b);
        }
        if (b > 0) {
            slope[parameters.index(b)] += weight * parameters.correlation(a);
        }
    }
}
