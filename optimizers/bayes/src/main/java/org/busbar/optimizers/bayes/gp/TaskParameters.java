package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;

/**
 * The hyper-parameters of several tasks in one array: ln l_1 … ln l_d, ln σ² of each task, correlation of each source with
 * the target. Two sources are correlated by the product of theirs, as if each were a multiple of the target and something
 * of its own.
 */
record TaskParameters(double[] array, int columns, int tasks) {

    private static final double LEAST_CORRELATION = 1e-3;
    private static final double MOST_CORRELATION = 1 - 1e-3;

    /** The modes of the priors, but for the correlations. */
    static TaskParameters modes(Priors priors, int columns, int tasks, double correlation) {
        double[] modes = priors.modes(columns);
        return fill(columns, tasks, modes[0], modes[columns], correlation);
    }

    static double[] low(Priors priors, int columns, int tasks) {
        double[] low = priors.low(columns);
        return fill(columns, tasks, low[0], low[columns], LEAST_CORRELATION).array;
    }

    static double[] high(Priors priors, int columns, int tasks) {
        double[] high = priors.high(columns);
        return fill(columns, tasks, high[0], high[columns], MOST_CORRELATION).array;
    }

    private static TaskParameters fill(int columns, int tasks, double length, double noise, double correlation) {
        double[] array = new double[columns + 2 * tasks - 1];
        Arrays.fill(array, 0, columns, length);
        Arrays.fill(array, columns, columns + tasks, noise);
        Arrays.fill(array, columns + tasks, array.length, correlation);
        return new TaskParameters(array, columns, tasks);
    }

    double[] lengths() {
        return Arrays.stream(array, 0, columns).map(StrictMath::exp).toArray();
    }

    double noise(int task) {
        return StrictMath.exp(array[columns + task]);
    }

    /** The correlation of a task with the target, which is 1 for the target itself. */
    double correlation(int task) {
        return task == 0 ? 1 : array[columns + tasks + task - 1];
    }

    double correlation(int task, int other) {
        return task == other ? 1 : correlation(task) * correlation(other);
    }

    /** Where the correlation of a source is in the array. */
    int index(int source) {
        return columns + tasks + source - 1;
    }
}
