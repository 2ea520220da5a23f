package org.busbar.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.busbar.optimizers.search.numeric.Lbfgsb;

/** Finds the hyper-parameters of several tasks by quasi-Newton descents. */
final class TaskFit {

    /** From so many target rows on, the correlations are fitted by how they predict these rows. */
    static final int JUDGED = 3;

    private static final int ITERATIONS = 60;
    /** The mode of the prior. */
    private static final double CORRELATION = 0.75;

    private final Kernel kernel;
    private final Tasks tasks;
    private final Priors priors;
    private final TaskPosterior evidence;

    TaskFit(Trainer trainer, Tasks tasks) {
        this.kernel = trainer.kernel();
        this.tasks = tasks;
        this.priors = trainer.family().of(tasks.columns());
        this.evidence = new TaskPosterior(kernel, tasks, priors, false);
    }

    /** All by the evidence; then the correlations alone by leave-one-out, if there are target rows enough. */
    TaskProcess process() {
        double[] start = TaskParameters.modes(priors, tasks.columns(), tasks.count(), CORRELATION)
                .array();
        List<Lbfgsb.Minimum> found = new ArrayList<>();
        found.add(Lbfgsb.minimize(evidence, start, low(), high(), ITERATIONS));
        if (tasks.count() > 1) {
            found.add(Lbfgsb.minimize(evidence, turned(found.get(0).x()), low(), high(), ITERATIONS));
        }
        Lbfgsb.Minimum best = Collections.min(found, Comparator.comparingDouble(Lbfgsb.Minimum::value));
        boolean judged = tasks.count() > 1 && tasks.targets() >= JUDGED;
        TaskParameters parameters =
                new TaskParameters(judged ? correlated(best.x()) : best.x(), tasks.columns(), tasks.count());
        TaskRegression regression = evidence.regression(parameters);
        return new TaskProcess(
                kernel, tasks, parameters, regression.cholesky(), regression.means(), fitted(parameters, best, found));
    }

    /** The same with weak correlations for strong ones and strong ones for weak ones: a start for another optimum. */
    private double[] turned(double[] array) {
        double[] turned = array.clone();
        for (int i = tasks.columns() + tasks.count(); i < array.length; i++) {
            turned[i] = array[i] > 0.5 ? 0.1 : 0.9;
        }
        return turned;
    }

    private Fitted fitted(TaskParameters parameters, Lbfgsb.Minimum best, List<Lbfgsb.Minimum> found) {
        return new Fitted(
                Hyperparameters.of(parameters.lengths(), parameters.noise(0)),
                -best.value(),
                found.size(),
                found.stream().mapToInt(Lbfgsb.Minimum::evaluations).sum(),
                tasks.of().length,
                best.converged());
    }

    /** Moves the correlations, by leave-one-out over the target rows, and keeps all else. */
    private double[] correlated(double[] start) {
        int free = tasks.columns() + tasks.count();
        double[] low = start.clone();
        double[] high = start.clone();
        System.arraycopy(low(), free, low, free, start.length - free);
        System.arraycopy(high(), free, high, free, start.length - free);
        return Lbfgsb.minimize(new TaskPosterior(kernel, tasks, priors, true), start, low, high, ITERATIONS)
                .x();
    }

    private double[] low() {
        return TaskParameters.low(priors, tasks.columns(), tasks.count());
    }

    private double[] high() {
        return TaskParameters.high(priors, tasks.columns(), tasks.count());
    }
}
