package org.busbar.drivers.simconductivitycell;

/** A curve through given points with a continuous slope: cubics with the slopes of parabolas through three points. */
final class CubicHermite {

    private final double[] x;
    private final double[] y;

    /** @param x ascending, at least two */
    CubicHermite(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
    }

    /** The value at {@code at}; beyond the ends the last cubic goes on. */
    double value(double at) {
        int i = 0;
        while (i < x.length - 2 && at > x[i + 1]) {
            i++;
        }
        double h = x[i + 1] - x[i];
        double t = (at - x[i]) / h;
        double s = 1 - t;
        return s * s * ((1 + 2 * t) * y[i] + t * h * slope(i))
                + t * t * ((1 + 2 * s) * y[i + 1] - s * h * slope(i + 1));
    }

    private double slope(int i) {
        if (i == 0 || i == x.length - 1) {
            return secant(Math.min(i, x.length - 2));
        }
        double before = x[i] - x[i - 1];
        double after = x[i + 1] - x[i];
        return (after * secant(i - 1) + before * secant(i)) / (before + after);
    }

    private double secant(int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }
}
