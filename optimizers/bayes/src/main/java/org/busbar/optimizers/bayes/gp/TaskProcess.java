package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Cholesky;

/**
 * Functions of several tasks that resemble each other, known up to a joint normal distribution: the intrinsic model of
 * coregionalisation with positive correlations, own mean and noise per task (Bonilla, Chai, Williams 2008). Task 0 is the
 * target, the others are the sources in the order of their use; levels of fidelity are tasks as well. Immutable; any thread.
 */
public final class TaskProcess implements Posterior {

    private final Kernel kernel;
    private final Tasks tasks;
    private final TaskParameters parameters;
    private final Cholesky cholesky;
    private final double[] means;
    private final Fitted fitted;

    TaskProcess(
            Kernel kernel, Tasks tasks, TaskParameters parameters, Cholesky cholesky, double[] means, Fitted fitted) {
        this.kernel = kernel;
        this.tasks = tasks;
        this.parameters = parameters;
        this.cholesky = cholesky;
        this.means = means;
        this.fitted = fitted;
    }

    /** Number of tasks, the target included. */
    public int count() {
        return tasks.count();
    }

    /** The correlation of two tasks, 0 to 1. */
    public double correlation(int task, int other) {
        return parameters.correlation(known(task), known(other));
    }

    /**
     * The function of one task, by all data. Its {@code data()} holds the rows of all tasks, their values shifted by the
     * difference of the means, those of the target first; what is appended to it counts as a measurement of this task.
     *
     * @throws IllegalArgumentException if there is no such task
     */
    public GaussianProcess task(int task) {
        Data shifted = shifted(known(task));
        double[] ties = Arrays.stream(tasks.of())
                .mapToDouble(of -> parameters.correlation(of, task))
                .toArray();
        Cross cross = Cross.of(kernel, parameters.lengths(), shifted, ties);
        Regression regression = Regression.of(cholesky, shifted.values(), means[task]);
        return new GaussianProcess(kernel, shifted, cross, regression, fitted(task));
    }

    private Data shifted(int task) {
        int n = tasks.of().length;
        double[] values = new double[n];
        double[] variances = new double[n];
        for (int i = 0; i < n; i++) {
            int of = tasks.of()[i];
            values[i] = tasks.data().value(i) - means[of] + means[task];
            boolean fits = of == task && tasks.data().fitted(i);
            variances[i] = fits ? Double.NaN : tasks.data().variance(i, parameters.noise(of));
        }
        return Data.of(columns(), tasks.data().rows(), values, variances);
    }

    /** The covariance of the functions of two tasks at two rows. */
    public double covariance(int task, double[] row, int otherTask, double[] other) {
        Cross cross = task(task).cross();
        double prior = correlation(task, otherTask)
                * cross.between(Data.checked(columns(), row, 0), Data.checked(columns(), other, 0));
        double[] solved = cholesky.solve(task(otherTask).cross().at(other));
        return prior - Regression.dot(cross.at(row), solved);
    }

    private Fitted fitted(int task) {
        Hyperparameters own = Hyperparameters.of(parameters.lengths(), parameters.noise(task));
        return new Fitted(
                own, fitted.density(), fitted.starts(), fitted.evaluations(), fitted.rows(), fitted.converged());
    }

    private int known(int task) {
        if (task < 0 || task >= count()) {
            throw new IllegalArgumentException("task " + task + " is not one of 0 to " + (count() - 1));
        }
        return task;
    }

    @Override
    public int columns() {
        return tasks.columns();
    }

    @Override
    public Moments predict(double[]... rows) {
        return task(0).predict(rows);
    }

    @Override
    public Tangent tangent(double[] row) {
        return task(0).tangent(row);
    }

    @Override
    public double[][] covariance(double[][] rows, double[][] others) {
        return task(0).covariance(rows, others);
    }

    @Override
    public TaskProcess with(double[] row, double value, double variance) {
        return with(0, row, value, variance);
    }

    /** After one more measurement of a task, hyper-parameters and means kept, in O(n²). */
    public TaskProcess with(int task, double[] row, double value, double variance) {
        Cross cross = task(task).cross();
        Tasks more = tasks.with(row, value, variance, task);
        double diagonal = 1 + more.data().variance(tasks.of().length, parameters.noise(task));
        return new TaskProcess(kernel, more, parameters, cholesky.append(cross.at(row), diagonal), means, fitted);
    }
}
