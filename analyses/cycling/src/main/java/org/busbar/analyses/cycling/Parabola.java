package org.busbar.analyses.cycling;

import java.util.function.IntToDoubleFunction;

/**
 * The top of a peak: the vertex of a parabola fitted by least squares.
 *
 * @param position where it is
 * @param height there
 * @param positionError standard error from the residuals, as if these were independent; 0 for three points
 */
record Parabola(double position, double height, double positionError) {

    /** The vertex through rows {@code from} to {@code to}, three or more, in orthogonal polynomials. */
    static Parabola through(double[] x, double[] y, int from, int to) {
        int rows = to - from + 1;
        double centre = sum(from, to, i -> x[i]) / rows;
        double level = sum(from, to, i -> y[i]) / rows;
        double square = sum(from, to, i -> Math.pow(x[i] - centre, 2));
        double skew = sum(from, to, i -> Math.pow(x[i] - centre, 3)) / square;
        double line = sum(from, to, i -> (x[i] - centre) * y[i]) / square;
        IntToDoubleFunction curve = i -> curve(x[i] - centre, skew, square / rows);
        double norm = sum(from, to, i -> Math.pow(curve.applyAsDouble(i), 2));
        double bend = sum(from, to, i -> curve.applyAsDouble(i) * y[i]) / norm;
        double squares =
                sum(from, to, i -> Math.pow(y[i] - level - line * (x[i] - centre) - bend * curve.applyAsDouble(i), 2));
        double top = (skew - line / bend) / 2;
        double error = error(rows > 3 ? squares / (rows - 3) : 0, square, norm, line / bend) / Math.abs(bend);
        return new Parabola(centre + top, level + line * top + bend * curve(top, skew, square / rows), error);
    }

    /** Of the vertex times the bend, where the slope of the line over the bend is {@code ratio}. */
    private static double error(double variance, double square, double norm, double ratio) {
        return Math.sqrt(variance / square + ratio * ratio * variance / norm) / 2;
    }

    private static double curve(double t, double skew, double level) {
        return t * t - skew * t - level;
    }

    private static double sum(int from, int to, IntToDoubleFunction of) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += of.applyAsDouble(i);
        }
        return sum;
    }
}
