package org.busbar.analyses.drt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Solutions of spectra made from the fitted one and residuals drawn with replacement (bootstrap of residuals: B. Efron,
 * Ann. Stat. 7, 1, 1979; doi 10.1214/aos/1176344552), solved in turn with &lambda;, a tenth of it and ten times it, so
 * that the choice of &lambda; is part of what they tell.
 *
 * <p>Each starts from the free unknowns of the solution, so that a resample costs two products and a few pivots.
 */
record Resamples(Solution[] solutions) {

    /** The part of the variance of one row by which a resample need not be better. */
    private static final double ENOUGH = 0.01;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /**
     * Draws; the same for the same seed.
     *
     * @param neighbours the solutions with other &lambda;
     */
    static Resamples of(Solution solution, List<Solution> neighbours, int count, long seed)
            throws InterruptedException {
        List<Solution> starts = new ArrayList<>(neighbours);
        starts.add(0, solution);
        double[] fitted = solution.equations().values(solution.x());
        double[] noise = noise(solution);
        double enough = ENOUGH * solution.noise() * solution.noise();
        Solution[] drawn = new Solution[count];
        for (int i = 0; i < count; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("drt: interrupted after " + i + " of " + count + " resamples");
            }
            drawn[i] = drawn(starts.get(i % starts.size()), fitted, noise, enough, Keyed.of(seed, i));
        }
        return new Resamples(drawn);
    }

    private static double[] noise(Solution solution) {
        double factor = Math.sqrt(solution.inflation());
        return Arrays.stream(solution.residuals()).map(rest -> rest * factor).toArray();
    }

    private static Solution drawn(Solution solution, double[] fitted, double[] noise, double enough, Keyed random) {
        double[] y = fitted.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += noise[random.below(noise.length)];
        }
        Equations equations = solution.equations();
        NonNegative.Found found = NonNegative.solve(
                solution.pivots().copy(), equations.projected(y), solution.x().clone(), enough);
        return new Solution(equations, solution.lambda(), found.pivots(), found.x(), solution.freedom());
    }

    /** The lower end of the 90 % band at each time constant, Ohm. */
    double[] low() {
        return quantiles(LOW);
    }

    /** The upper end of the 90 % band at each time constant, Ohm. */
    double[] high() {
        return quantiles(HIGH);
    }

    private double[] quantiles(double part) {
        double[][] gammas = Arrays.stream(solutions).map(Solution::gamma).toArray(double[][]::new);
        double[] found = new double[gammas[0].length];
        for (int k = 0; k < found.length; k++) {
            int node = k;
            double[] sorted = Arrays.stream(gammas)
                    .mapToDouble(gamma -> gamma[node])
                    .sorted()
                    .toArray();
            found[k] = quantile(sorted, part);
        }
        return found;
    }

    private static double quantile(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The standard deviation of a number over all resamples. */
    double deviation(ToDoubleFunction<Solution> number) {
        double[] numbers = Arrays.stream(solutions).mapToDouble(number).toArray();
        double mean = 0;
        for (double each : numbers) {
            mean += each / numbers.length;
        }
        double squares = 0;
        for (double each : numbers) {
            squares += (each - mean) * (each - mean);
        }
        return Math.sqrt(squares / (numbers.length - 1));
    }
}
