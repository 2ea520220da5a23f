package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.junit.jupiter.api.Test;

class DegenerateTest {

    private static final double[][] NONE = {};

    private static final List<Acquisition> SINGLE = List.of(
            new LogExpectedImprovement(),
            new NoisyLogExpectedImprovement(),
            new ProbabilityOfImprovement(),
            new UpperConfidenceBound(),
            new MixedRule(),
            new LargestVariance(),
            new IntegratedVariance(),
            new KnowledgeGradient(),
            new Thompson());

    private static final List<Acquisition> SEVERAL =
            List.of(new ExpectedHypervolumeImprovement(), new RandomChebyshev(), new LargestVariance());

    private static void holds(Model model, double[][] rows, double[][] at) throws InterruptedException {
        for (int count = 1; count <= 3; count++) {
            for (Acquisition acquisition : count == 1 ? SINGLE : SEVERAL) {
                Scene scene = Scene.of(Collections.nCopies(count, model), rows, Scene.SITES);
                bear(acquisition, scene, at);
                bear(acquisition, scene.feasible(new boolean[rows.length]), at);
                bear(acquisition, Scene.of(Collections.nCopies(count, model), rows, NONE), at);
                bear(acquisition, scene.awaiting(at[0], at[0]), at);
            }
        }
    }

    private static void bear(Acquisition acquisition, Scene scene, double[][] at) throws InterruptedException {
        Acquisition.Worth worth = acquisition.weigh(scene.outlook());
        for (double number : worth.of(at)) {
            sound(number, acquisition);
        }
        double[] slope = new double[2];
        worth.climb(at[0], slope).ifPresent(number -> sound(number, acquisition));
        Arrays.stream(slope).forEach(number -> sound(number, acquisition));
        assertEquals(0, worth.of(NONE).length);
    }

    private static void sound(double number, Acquisition acquisition) {
        String name = acquisition.getClass().getSimpleName();
        assertFalse(Double.isNaN(number) || number == Double.POSITIVE_INFINITY, name + " gives " + number);
    }

    @Test
    void nothing_tried() throws Exception {
        holds(new Sure(0, 1), NONE, Scene.SITES);
    }

    @Test
    void everything_known() throws Exception {
        holds(new Sure(0.3, 0), Scene.ROWS, Scene.SITES);
    }

    @Test
    void equal_values_and_rows_given_twice() throws Exception {
        double[][] twice = {{0.5, 0.5}, {0.5, 0.5}, {0.2, 0.1}};
        holds(new Kriging(twice, new double[3], 0.4, 1e-8), twice, Sites.and(twice, Scene.SITES));
        holds(new Kriging(twice, new double[3], 0.4, 0.1), twice, Sites.and(twice, Scene.SITES));
    }

    @Test
    void rows_tried_themselves() throws Exception {
        holds(new Kriging(Scene.ROWS, new double[] {-1, 1, 0.5, 0.2, -0.7}, 0.2, 0), Scene.ROWS, Scene.ROWS);
    }

    /** The same everywhere. */
    private record Sure(double mean, double deviation) implements Model {

        @Override
        public Forecast predict(double[][] rows) {
            double[] means = new double[rows.length];
            double[] deviations = new double[rows.length];
            Arrays.fill(means, mean);
            Arrays.fill(deviations, deviation);
            return new Forecast(means, deviations);
        }

        @Override
        public Model with(double[] row, double value) {
            return this;
        }
    }
}
