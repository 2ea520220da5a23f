package org.busbar.optimizers.forest;

/** Euclidean distances between encoded points. */
final class Distance {

    private Distance() {}

    static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    /** The squared distance to the nearest of {@code rows}; infinite if there are none. */
    static double squaredToNearest(double[] row, Iterable<double[]> rows) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] other : rows) {
            nearest = Math.min(nearest, squared(row, other));
        }
        return nearest;
    }
}
