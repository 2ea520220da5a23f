package org.busbar.analyses.cycling;

/**
 * A line fitted by least squares, with the covariance of its parameters from the residuals.
 *
 * @param centre mean of the abscissae, where height and slope are independent
 * @param height at the centre
 */
record StraightLine(double centre, double height, double slope, double heightError, double slopeError) {

    /** The line through three points or more, not all at one abscissa. */
    static StraightLine through(double[] x, double[] y) {
        double centre = mean(x);
        double height = mean(y);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - centre) * (x[i] - centre);
            xy += (x[i] - centre) * (y[i] - height);
        }
        double slope = xy / xx;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - height - slope * (x[i] - centre);
            squares += residual * residual;
        }
        double variance = squares / (x.length - 2);
        return new StraightLine(centre, height, slope, Math.sqrt(variance / x.length), Math.sqrt(variance / xx));
    }

    /** The abscissa of that height. */
    double where(double y) {
        return centre + (y - height) / slope;
    }

    /** Standard error of {@link #where}, to first order. */
    double whereError(double y) {
        return Math.hypot(heightError, slopeError * (where(y) - centre)) / Math.abs(slope);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
