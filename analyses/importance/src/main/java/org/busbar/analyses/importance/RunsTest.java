package org.busbar.analyses.importance;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells whether the signs of residuals, in the order of what is predicted, change too seldom to be noise (A. Wald,
 * J. Wolfowitz, Ann. Math. Stat. 11, 147, 1940, doi 10.1214/aoms/1177731909).
 */
final class RunsTest {

    /** One-sided p = .001 of the normal law. */
    private static final double LOWEST = -3.0902;

    /** Below this share of the output residuals are rounding. */
    private static final double ROUNDING = 1e-9;

    private RunsTest() {}

    /** What was found, if residuals of noise have so few runs in less than one of a thousand cases. */
    static Optional<String> refusal(double[] predicted, double[] residuals) {
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> predicted[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        double n = residuals.length;
        double above = IntStream.of(order).filter(i -> residuals[i] >= 0).count();
        double expected = 1 + 2 * above * (n - above) / n;
        double variance = (expected - 1) * (expected - 2) / (n - 1);
        int runs = runs(residuals, order);
        boolean tooFew = variance > 0 && runs < expected + LOWEST * Math.sqrt(variance);
        return tooFew && !areRounding(predicted, residuals)
                ? Optional.of(String.format(
                        Locale.ROOT, "%d runs of residuals by rising prediction, %.1f expected", runs, expected))
                : Optional.empty();
    }

    private static int runs(double[] residuals, int[] order) {
        int runs = 1;
        for (int i = 1; i < order.length; i++) {
            runs += (residuals[order[i]] >= 0) == (residuals[order[i - 1]] >= 0) ? 0 : 1;
        }
        return runs;
    }

    private static boolean areRounding(double[] predicted, double[] residuals) {
        return IntStream.range(0, predicted.length)
                .allMatch(i -> Math.abs(residuals[i]) <= ROUNDING * Math.abs(predicted[i]));
    }
}
