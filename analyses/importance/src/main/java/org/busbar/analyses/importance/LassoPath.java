package org.busbar.analyses.importance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lasso for each penalty from the largest to the smallest.
 *
 * @param lambdas falling
 * @param coefficients one row per penalty, one number per input, standardised
 * @param unconverged how many of the fits stopped before the tolerance was met
 */
record LassoPath(double[] lambdas, double[][] coefficients, int unconverged) {

    private static final int DECADES = 6;
    private static final int PER_DECADE = 10;

    /** 1e6 to 1e-6, ten per decade; on standardised data nothing is left at 1. */
    static double[] usualLambdas() {
        double[] lambdas = new double[2 * DECADES * PER_DECADE + 1];
        for (int i = 0; i < lambdas.length; i++) {
            lambdas[i] = StrictMath.pow(10, DECADES - i / (double) PER_DECADE);
        }
        return lambdas;
    }

    static LassoPath of(CoordinateDescent problem, double[] lambdas) throws InterruptedException {
        double[][] coefficients = new double[lambdas.length][];
        double[] warm = new double[problem.withOutput().length];
        int unconverged = 0;
        for (int i = 0; i < lambdas.length; i++) {
            unconverged += problem.solve(lambdas[i], warm) ? 0 : 1;
            coefficients[i] = warm.clone();
        }
        return new LassoPath(lambdas, coefficients, unconverged);
    }

    int width() {
        return coefficients[0].length;
    }

    /** The largest penalty at which an input is in; 0 if it never is. */
    double entry(int input) {
        for (int i = 0; i < lambdas.length; i++) {
            if (coefficients[i][input] != 0) {
                return lambdas[i];
            }
        }
        return 0;
    }

    /** The place of each input in the order of entry, from 1; of those that enter together the larger first. */
    double[] order() {
        List<Integer> order = IntStream.range(0, width())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -entry(j))
                        .thenComparingDouble(j -> -magnitude(j))
                        .thenComparing(j -> j))
                .toList();
        double[] places = new double[width()];
        for (int place = 0; place < places.length; place++) {
            places[order.get(place)] = place + 1;
        }
        return places;
    }

    private double magnitude(int input) {
        double entry = entry(input);
        int at = IntStream.range(0, lambdas.length)
                .filter(i -> lambdas[i] <= entry)
                .findFirst()
                .orElse(0);
        return Math.abs(coefficients[at][input]);
    }
}
