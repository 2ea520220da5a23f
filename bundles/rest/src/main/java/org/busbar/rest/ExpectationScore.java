package org.busbar.rest;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well values were expected, over several trials; NaN if there are none.
 *
 * @param trials how many were compared
 * @param meanAbsoluteError in the unit of what was measured
 * @param rootMeanSquareError in the unit of what was measured
 * @param rootMeanSquareScore about 1 if the standard deviations were honest, more if they were too small
 * @param meanLogDensity the mean logarithm of the density that was expected where the values came; more is better
 */
record ExpectationScore(
        int trials,
        double meanAbsoluteError,
        double rootMeanSquareError,
        double rootMeanSquareScore,
        double meanLogDensity) {

    static ExpectationScore of(List<Expectation> scored) {
        return new ExpectationScore(
                scored.size(),
                mean(scored, one -> Math.abs(one.error())),
                Math.sqrt(mean(scored, one -> one.error() * one.error())),
                Math.sqrt(mean(scored, one -> one.score() * one.score())),
                mean(scored, Expectation::logDensity));
    }

    private static double mean(List<Expectation> scored, ToDoubleFunction<Expectation> number) {
        return scored.stream().mapToDouble(number).average().orElse(Double.NaN);
    }
}
