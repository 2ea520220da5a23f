package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {

    private static final Trainer TRAINER = Trainer.standard();
    private static final ToDoubleFunction<double[]> WAVE = x -> Math.sin(7 * x[0]) + x[1];

    private final Data target = Surface.sample(6, 2, 1, WAVE, 0.01);
    private final Data alike = Surface.sample(40, 2, 2, x -> WAVE.applyAsDouble(x) + 0.7, 0.01);
    private final Data opposite = Surface.sample(40, 2, 3, x -> -WAVE.applyAsDouble(x), 0.01);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void slopes_are_those_of_finite_differences(boolean leaveOneOut) {
        Data known = Data.of(
                2, alike.take(0, 1, 2, 3).rows(), alike.take(0, 1, 2, 3).values(), new double[] {0.1, 0, Double.NaN, 1
                });
        Tasks tasks = Tasks.stack(target, List.of(known, opposite.take(4, 5, 6)));
        TaskPosterior posterior =
                new TaskPosterior(Kernel.MATERN_52, tasks, Priors.Family.LOG_NORMAL.of(2), leaveOneOut);
        double[] at = {-0.4, 0.3, -3, -2, -4, 0.7, 0.4};
        double[] slope = new double[at.length];
        posterior.at(at, slope);
        Surface.assertSlope(x -> posterior.at(x, new double[x.length]), at, slope, 1e-6);
    }

    @Test
    void one_task_alone_is_the_plain_process() {
        TaskParameters parameters = new TaskParameters(new double[] {-0.4, 0.3, -3}, 2, 1);
        Tasks tasks = Tasks.stack(target, List.of());
        double evidence = new TaskPosterior(Kernel.RBF, tasks, Priors.Family.GAMMA.of(2), false)
                .regression(parameters)
                .evidence(target.values());
        assertEquals(new Likelihood(Kernel.RBF, target).at(parameters.array()), evidence, 1e-9);
    }

    @Test
    void a_source_that_resembles_the_target_helps() {
        Transfer transfer = Transfer.fit(TRAINER, target, List.of(alike), Keyed.of(1));
        assertTrue(
                transfer.sources().get(0).correlation() > 0.6,
                transfer.sources().toString());
        double alone = error(TRAINER.fit(target, Keyed.of(1)));
        double together = error(transfer.process());
        assertTrue(together < alone / 2, together + " against " + alone);
    }

    @Test
    void a_source_that_misleads_is_dropped_and_the_rest_kept() {
        Data enough = Surface.sample(12, 2, 1, WAVE, 0.01);
        Transfer transfer = Transfer.fit(TRAINER, enough, List.of(opposite, alike), Keyed.of(1));
        assertTrue(transfer.sources().get(0).dropped());
        assertEquals(1, transfer.sources().get(1).task());
        assertTrue(transfer.sources().get(1).weight() > 0.5, transfer.sources().toString());
        assertEquals(2, transfer.process().count());
    }

    @Test
    void without_target_rows_the_sources_are_believed_as_far_as_the_prior_does() {
        Transfer transfer =
                Transfer.fit(TRAINER, Data.of(2, new double[0][], new double[0]), List.of(alike), Keyed.of(1));
        double[] high = {0.22, 1};
        double[] low = {0.67, 0};
        double[] means = transfer.process().predict(high, low).means();
        assertTrue(means[0] > means[1] + 0.5, means[0] + ", " + means[1]);
        assertTrue(transfer.process().predict(high).sds()[0] > 0.3);
    }

    @Test
    void each_task_has_a_mean_of_its_own() {
        TaskProcess process = Transfer.levels(TRAINER, target, List.of(alike));
        double[] row = {0.3, 0.4};
        assertEquals(WAVE.applyAsDouble(row), process.task(0).predict(row).means()[0], 0.15);
        assertEquals(WAVE.applyAsDouble(row) + 0.7, process.task(1).predict(row).means()[0], 0.1);
    }

    @Test
    void a_measurement_of_a_source_tells_of_the_target_less_than_one_of_the_target() {
        TaskProcess process = Transfer.levels(TRAINER, target, List.of(alike.take(0, 1, 2, 3, 4)));
        double[] row = {0.9, 0.1};
        double before = process.predict(row).sds()[0];
        double bySource = process.with(1, row, 0.2, Double.NaN).predict(row).sds()[0];
        double byTarget = process.with(row, 0.2, Double.NaN).predict(row).sds()[0];
        assertTrue(byTarget < bySource && bySource < before, byTarget + ", " + bySource + ", " + before);
        assertArrayEquals(
                process.task(0).with(row, 0.2, Double.NaN).predict(row).means(),
                process.with(row, 0.2, Double.NaN).predict(row).means(),
                1e-9);
    }

    @Test
    void covariance_of_tasks_is_what_a_measurement_of_one_takes_from_the_other() {
        TaskProcess process = Transfer.levels(TRAINER, target, List.of(alike.take(0, 1, 2, 3, 4)));
        double[] row = {0.9, 0.1};
        double[] other = {0.6, 0.2};
        double between = process.covariance(0, row, 1, other);
        double sd = process.task(1).predict(other).sds()[0];
        double left = process.with(1, other, 0, 0.5).predict(row).sds()[0];
        double expected = Math.pow(process.predict(row).sds()[0], 2) - between * between / (sd * sd + 0.5);
        assertEquals(expected, left * left, 1e-10);
        assertEquals(
                process.covariance(new double[][] {row}, new double[][] {other})[0][0],
                process.covariance(0, row, 0, other),
                1e-10);
    }

    @Test
    void slope_of_the_target_is_that_of_finite_differences() {
        TaskProcess process = Transfer.levels(TRAINER, target, List.of(alike));
        double[] row = {0.3, 0.4};
        Surface.assertSlope(
                x -> process.tangent(x).mean(), row, process.tangent(row).meanSlope(), 1e-6);
        Surface.assertSlope(
                x -> process.tangent(x).sd(), row, process.tangent(row).sdSlope(), 1e-5);
    }

    @Test
    void refuses_too_many_sources_other_columns_and_unknown_tasks() {
        List<Data> six = Collections.nCopies(6, alike);
        assertThrows(IllegalArgumentException.class, () -> Transfer.fit(TRAINER, target, six, Keyed.of(1)));
        List<Data> narrow = List.of(Surface.sample(3, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Transfer.levels(TRAINER, target, narrow));
        TaskProcess process = Transfer.levels(TRAINER, target, List.of());
        assertThrows(IllegalArgumentException.class, () -> process.task(1));
    }

    private static double error(Posterior posterior) {
        Data unseen = Surface.sample(60, 2, 9, WAVE, 0);
        double[] means = posterior.predict(unseen.rows()).means();
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += Math.abs(means[i] - unseen.value(i)) / means.length;
        }
        return sum;
    }
}
