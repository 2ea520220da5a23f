package org.busbar.analyses.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.busbar.analyses.sensitivity.ProcessFit.Standardised;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Lbfgsb.Minimum;
import org.busbar.optimizers.search.numeric.Sobol;
import org.junit.jupiter.api.Test;

class SurrogateTest {

    private static final int ROWS = 30;
    private final double[][] x = new Sobol(3, Keyed.of(4)).take(ROWS);
    private final double[] y = Arrays.stream(x).mapToDouble(Known::ishigami).toArray();
    private final double[] logarithms = {-1, -0.5, 0.2, Math.log(1e-2)};

    @Test
    void the_gradient_is_the_slope_of_the_mean() {
        Surrogate surrogate = surrogate(x, y);
        double[] place = {0.3, 0.6, 0.8};
        for (int i = 0; i < 3; i++) {
            double[] less = place.clone();
            double[] more = place.clone();
            less[i] -= 1e-5;
            more[i] += 1e-5;
            double slope = (surrogate.mean(more) - surrogate.mean(less)) / 2e-5;
            assertEquals(slope, surrogate.gradient(place)[i], 1e-6 * Math.max(1, Math.abs(slope)));
        }
    }

    @Test
    void the_likelihood_knows_its_slope() {
        ProcessLikelihood likelihood =
                new ProcessLikelihood(x, Standardised.of(y).values());
        double[] slope = new double[4];
        likelihood.at(logarithms, slope);
        for (int i = 0; i < 4; i++) {
            double[] less = logarithms.clone();
            double[] more = logarithms.clone();
            less[i] -= 1e-5;
            more[i] += 1e-5;
            double expected = (likelihood.at(more, new double[4]) - likelihood.at(less, new double[4])) / 2e-5;
            assertEquals(expected, slope[i], 1e-5 * Math.max(1, Math.abs(expected)));
        }
    }

    /** The closed form against a process that never saw the run; mean and scale of the output are kept. */
    @Test
    void leaves_one_out() {
        Standardised all = Standardised.of(y);
        double[] predicted = surrogate(x, y).leaveOneOut();
        for (int out = 0; out < 5; out++) {
            int left = out;
            int[] rows = IntStream.range(0, ROWS).filter(i -> i != left).toArray();
            Standardised others = new Standardised(
                    Arrays.stream(rows).mapToDouble(i -> all.values()[i]).toArray(), all.mean(), all.deviation());
            double[][] places = Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new);
            assertEquals(new Surrogate(places, others, minimum()).mean(x[out]), predicted[out], 1e-9);
        }
    }

    @Test
    void stops_when_told_to() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> ProcessFit.of(x, y, Keyed.of(0)));
    }

    private Surrogate surrogate(double[][] places, double[] outputs) {
        return new Surrogate(places, Standardised.of(outputs), minimum());
    }

    private Minimum minimum() {
        return new Minimum(logarithms, 0, 1, true);
    }
}
