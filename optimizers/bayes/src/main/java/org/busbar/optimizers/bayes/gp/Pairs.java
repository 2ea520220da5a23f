package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;

/**
 * Squared differences of all pairs of rows, per column, computed once for many evaluations. Pair (i, j), j below i, is at
 * i(i-1)/2 + j.
 */
final class Pairs {

    private final double[][] squares;
    private final int count;

    Pairs(Data data) {
        count = data.size() * (data.size() - 1) / 2;
        squares = new double[data.columns()][count];
        for (int k = 0; k < data.columns(); k++) {
            int p = 0;
            for (int i = 1; i < data.size(); i++) {
                for (int j = 0; j < i; j++, p++) {
                    double difference = data.at(i)[k] - data.at(j)[k];
                    squares[k][p] = difference * difference;
                }
            }
        }
    }

    int count() {
        return count;
    }

    /** Sets the squared scaled distances, given ln l_i. */
    void distances(double[] logs, double[] sums) {
        Arrays.fill(sums, 0);
        for (int k = 0; k < squares.length; k++) {
            add(StrictMath.exp(-2 * logs[k]), squares[k], sums);
        }
    }

    private static void add(double factor, double[] squares, double[] sums) {
        for (int p = 0; p < sums.length; p++) {
            sums[p] += factor * squares[p];
        }
    }

    /** Σ over pairs of weight times squared difference of a column; four partial sums in a fixed order. */
    double weighted(int column, double[] weights) {
        double[] of = squares[column];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int p = 0;
        for (; p + 3 < count; p += 4) {
            a += weights[p] * of[p];
            b += weights[p + 1] * of[p + 1];
            c += weights[p + 2] * of[p + 2];
            d += weights[p + 3] * of[p + 3];
        }
        for (; p < count; p++) {
            a += weights[p] * of[p];
        }
        return (a + b) + (c + d);
    }
}
