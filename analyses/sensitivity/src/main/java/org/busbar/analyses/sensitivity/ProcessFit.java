package org.busbar.analyses.sensitivity;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Lbfgsb;
import org.busbar.optimizers.search.numeric.Lbfgsb.Minimum;
import org.busbar.optimizers.search.numeric.Statistics;

/**
 * Finds lengths and noise of a Gaussian process by maximum likelihood: from several starts on some of the rows, then from
 * the best of them on all rows.
 */
final class ProcessFit {

    static final double SHORTEST = 0.01;
    static final double LONGEST = 100;
    static final double LEAST_NOISE = 1e-8;

    private static final double[] STARTS = {0.3, 1, 3};
    private static final double START_NOISE = 1e-3;
    private static final int FEW_ROWS = 128;
    private static final int FEW_ITERATIONS = 40;
    private static final int ITERATIONS = 100;

    private ProcessFit() {}

    /**
     * The process that explains the rows best.
     *
     * @param unit one row per run, inputs scaled to their ranges
     * @param draws choose the rows of the first search
     * @throws InterruptedException if told to stop
     */
    static Surrogate of(double[][] unit, double[] y, Keyed draws) throws InterruptedException {
        Standardised output = Standardised.of(y);
        int[] some = Arrays.copyOf(draws.permutation(y.length), Math.min(FEW_ROWS, y.length));
        ProcessLikelihood part = new ProcessLikelihood(
                Arrays.stream(some).mapToObj(i -> unit[i]).toArray(double[][]::new),
                Arrays.stream(some).mapToDouble(i -> output.values()[i]).toArray());
        Minimum best = search(part, start(unit[0].length, STARTS[0]), FEW_ITERATIONS);
        for (int s = 1; s < STARTS.length; s++) {
            Minimum other = search(part, start(unit[0].length, STARTS[s]), FEW_ITERATIONS);
            best = other.value() < best.value() ? other : best;
        }
        Minimum found = search(new ProcessLikelihood(unit, output.values()), best.x(), ITERATIONS);
        return new Surrogate(unit, output, found);
    }

    /**
     * The process that explains these rows best, looked for from the lengths and the noise of another.
     *
     * @throws InterruptedException if told to stop
     */
    static Surrogate again(Surrogate from, double[][] unit, double[] y) throws InterruptedException {
        Standardised output = Standardised.of(y);
        ProcessLikelihood likelihood = new ProcessLikelihood(unit, output.values());
        return new Surrogate(unit, output, search(likelihood, from.logarithms(), FEW_ITERATIONS));
    }

    private static double[] start(int inputs, double length) {
        double[] start = new double[inputs + 1];
        Arrays.fill(start, StrictMath.log(length));
        start[inputs] = StrictMath.log(START_NOISE);
        return start;
    }

    private static Minimum search(ProcessLikelihood likelihood, double[] start, int iterations)
            throws InterruptedException {
        double[] low = new double[start.length];
        double[] high = new double[start.length];
        Arrays.fill(low, StrictMath.log(SHORTEST));
        Arrays.fill(high, StrictMath.log(LONGEST));
        low[start.length - 1] = StrictMath.log(LEAST_NOISE);
        high[start.length - 1] = 0;
        Minimum found = Lbfgsb.minimize(likelihood, start, low, high, iterations);
        Bootstrap.requireTime();
        return found;
    }

    /**
     * Numbers of mean 0 and standard deviation 1, and what they were.
     *
     * @param values standardised
     */
    record Standardised(double[] values, double mean, double deviation) {

        static Standardised of(double[] y) {
            double mean = Statistics.mean(y);
            double deviation = Statistics.sd(y);
            double[] values = Arrays.stream(y).map(v -> (v - mean) / deviation).toArray();
            return new Standardised(values, mean, deviation);
        }

        double original(double standardised) {
            return mean + deviation * standardised;
        }
    }
}
