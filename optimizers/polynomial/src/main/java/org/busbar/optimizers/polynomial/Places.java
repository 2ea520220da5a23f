package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * Different rows, and the mean of what each gave.
 *
 * @param of for each row learnt from the place in {@code rows}
 */
record Places(double[][] rows, double[] means, int[] of) {

    /** Two rows nearer than this in every column are one place. */
    private static final double SAME = 1e-9;

    static Places of(double[][] rows, double[] values) {
        List<double[]> places = new ArrayList<>();
        int[] of = new int[rows.length];
        double[] sums = new double[rows.length];
        int[] counts = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            of[i] = place(rows[i], places);
            sums[of[i]] += values[i];
            counts[of[i]]++;
        }
        double[] means = new double[places.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] / counts[i];
        }
        return new Places(places.toArray(double[][]::new), means, of);
    }

    private static int place(double[] row, List<double[]> places) {
        for (int i = 0; i < places.size(); i++) {
            if (same(row, places.get(i), SAME)) {
                return i;
            }
        }
        places.add(row);
        return places.size() - 1;
    }

    static boolean same(double[] a, double[] b, double slack) {
        for (int j = 0; j < a.length; j++) {
            if (Math.abs(a[j] - b[j]) > slack) {
                return false;
            }
        }
        return true;
    }

    /** What the place nearest to a row gave, one of them left out; 0 if there is none. */
    double nearest(double[] row, int without) {
        double least = Double.POSITIVE_INFINITY;
        double value = 0;
        for (int i = 0; i < rows.length; i++) {
            double distance = squared(row, rows[i]);
            if (i != without && distance < least) {
                least = distance;
                value = means[i];
            }
        }
        return value;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    int size() {
        return rows.length;
    }
}
