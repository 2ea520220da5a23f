package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;

/** Covariances between any row and the rows of the data. Immutable, but for the buffers it is given. */
final class Cross {

    private final Kernel kernel;
    private final double[] lengths;
    /** Scaled rows by column, so that loops run along rows. */
    private final double[][] scaled;
    /** Factor of each row's covariance: correlation of its task with the predicted one, or the variance of the function. */
    private final double[] ties;

    private Cross(Kernel kernel, double[] lengths, double[][] scaled, double[] ties) {
        this.kernel = kernel;
        this.lengths = lengths;
        this.scaled = scaled;
        this.ties = ties;
    }

    static Cross of(Kernel kernel, double[] lengths, Data data, double[] ties) {
        double[][] scaled = new double[lengths.length][data.size()];
        for (int k = 0; k < lengths.length; k++) {
            for (int i = 0; i < data.size(); i++) {
                scaled[k][i] = data.at(i)[k] / lengths[k];
            }
        }
        return new Cross(kernel, lengths, scaled, ties);
    }

    int size() {
        return ties.length;
    }

    int columns() {
        return lengths.length;
    }

    double[] lengths() {
        return lengths.clone();
    }

    /** The covariances of a row with all rows of the data. */
    double[] at(double[] row) {
        double[] values = new double[size()];
        fill(row, values, new double[size()]);
        return values;
    }

    /** Sets the covariances and decays at a row. */
    void fill(double[] row, double[] values, double[] decays) {
        double[] squares = new double[size()];
        for (int k = 0; k < lengths.length; k++) {
            add(row[k] / lengths[k], scaled[k], squares);
        }
        kernel.fill(squares, squares.length, values, decays);
        for (int i = 0; i < ties.length; i++) {
            values[i] *= ties[i];
            decays[i] *= ties[i];
        }
    }

    private static void add(double at, double[] column, double[] squares) {
        for (int i = 0; i < squares.length; i++) {
            double difference = at - column[i];
            squares[i] += difference * difference;
        }
    }

    /** The slope of Σ weight_i k_i in the row, from the decays at the row. */
    double[] slope(double[] row, double[] decays, double[] weights) {
        double[] slope = new double[lengths.length];
        for (int k = 0; k < lengths.length; k++) {
            double at = row[k] / lengths[k];
            double sum = 0;
            for (int i = 0; i < decays.length; i++) {
                sum -= weights[i] * decays[i] * (at - scaled[k][i]);
            }
            slope[k] = sum / lengths[k];
        }
        return slope;
    }

    /** The prior covariance of two rows of the predicted task. */
    double between(double[] row, double[] other) {
        double square = 0;
        for (int k = 0; k < lengths.length; k++) {
            double difference = row[k] / lengths[k] - other[k] / lengths[k];
            square += difference * difference;
        }
        return kernel.value(square);
    }

    /** With one row more, of the predicted task. */
    Cross with(double[] row) {
        int n = size();
        double[][] more = new double[lengths.length][];
        for (int k = 0; k < lengths.length; k++) {
            more[k] = Arrays.copyOf(scaled[k], n + 1);
            more[k][n] = row[k] / lengths[k];
        }
        double[] moreTies = Arrays.copyOf(ties, n + 1);
        moreTies[n] = 1;
        return new Cross(kernel, lengths, more, moreTies);
    }
}
