package org.busbar.analyses.importance;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows to learn from and rows to test with. */
record Split(double[][] x, double[] y, double[][] testX, double[] testY) {

    /** One fold is left out for the test. */
    static Split of(double[][] x, double[] y, Folds folds, int leftOut) {
        return of(x, y, folds.without(leftOut), folds.in(leftOut));
    }

    static Split of(double[][] x, double[] y, int[] learning, int[] testing) {
        return new Split(rows(x, learning), rows(y, learning), rows(x, testing), rows(y, testing));
    }

    static double[][] rows(double[][] x, int[] rows) {
        return Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new);
    }

    static double[] rows(double[] y, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> y[i]).toArray();
    }
}
