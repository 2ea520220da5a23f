package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Acquisition.Worth;
import org.busbar.api.optimize.Model;
import org.junit.jupiter.api.Test;

class SlopesTest {

    private static final double[] FIRST = {-0.4, 1.1, 0.3, 0.2, -0.9};
    private static final double[] SECOND = {0.8, -1, 0.6, 0.1, 0.4};
    private static final double[] THIRD = {0.1, 0.2, -1.2, 0.9, 0.5};
    private static final double[][] AT = {{0.33, 0.71}, {0.62, 0.55}, {0.05, 0.95}, {0.74, 0.83}};

    @Test
    void of_one_objective_agree_with_differences() throws Exception {
        for (Acquisition acquisition : List.of(
                new LogExpectedImprovement(),
                new NoisyLogExpectedImprovement(),
                new ProbabilityOfImprovement(),
                new UpperConfidenceBound(),
                new MixedRule(),
                new LargestVariance(),
                new Thompson())) {
            agree(acquisition, Scene.smooth(0.02, FIRST).awaiting(new double[] {0.6, 0.7}));
        }
        agree(new TargetRange(), Scene.smooth(0.02, FIRST).with("lower", 0.2).with("upper", 0.4));
    }

    @Test
    void of_equally_likely_models_agree_with_differences() throws Exception {
        Model both = new Ensemble(
                List.of(new Kriging(Scene.ROWS, FIRST, 0.35, 0.02), new Kriging(Scene.ROWS, FIRST, 0.2, 0.1)));
        Scene scene = Scene.of(List.of(both), Scene.ROWS, Scene.SITES);
        agree(new LogExpectedImprovement(), scene);
        agree(new NoisyLogExpectedImprovement(), scene);
    }

    @Test
    void of_several_objectives_agree_with_differences() throws Exception {
        agree(new ExpectedHypervolumeImprovement(), Scene.smooth(0.02, FIRST, SECOND));
        agree(new ExpectedHypervolumeImprovement(), Scene.smooth(0.02, FIRST, SECOND, THIRD));
        agree(new RandomChebyshev(), Scene.smooth(0.02, FIRST, SECOND, THIRD));
        agree(new LargestVariance(), Scene.smooth(0.02, FIRST, SECOND));
    }

    private static void agree(Acquisition acquisition, Scene scene) throws InterruptedException {
        Worth worth = acquisition.weigh(scene.outlook());
        for (double[] row : AT) {
            double[] slope = new double[2];
            double value = worth.climb(row, slope).orElseThrow();
            String name = acquisition.getClass().getSimpleName();
            assertEquals(worth.of(new double[][] {row})[0], value, 1e-9 * (1 + Math.abs(value)), name);
            for (int k = 0; k < 2; k++) {
                double difference = difference(worth, row, k);
                assertEquals(difference, slope[k], 1e-4 * (1 + Math.abs(difference)), name + " by " + k);
            }
        }
    }

    private static double difference(Worth worth, double[] row, int k) {
        double h = 1e-5;
        double[] up = row.clone();
        double[] down = row.clone();
        up[k] += h;
        down[k] -= h;
        double[] both = worth.of(new double[][] {up, down});
        return (both[0] - both[1]) / (2 * h);
    }
}
