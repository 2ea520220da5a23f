package org.busbar.analyses.seigrowth;

import java.util.function.DoubleUnaryOperator;

/**
 * Zero of a falling function by false position that halves the weight of an end that stays (M. Dowell, P. Jarratt, BIT 11
 * (1971) 168, doi:10.1007/BF01934364).
 */
final class Root {

    private static final double TOLERANCE = 1e-13;
    private static final int ITERATIONS = 100;

    private final DoubleUnaryOperator f;
    private double a;
    private double b;
    private double fa;
    private double fb;
    /** Which end moved last: 1 for a, -1 for b, 0 for none. */
    private int moved;

    private Root(DoubleUnaryOperator f, double low, double high) {
        this.f = f;
        a = low;
        b = high;
        fa = f.applyAsDouble(a);
        fb = f.applyAsDouble(b);
    }

    /** Between {@code low}, where the function is positive, and {@code high}; {@code high} if it is positive there too. */
    static double of(DoubleUnaryOperator f, double low, double high) {
        return new Root(f, low, high).found();
    }

    private double found() {
        for (int i = 0; i < ITERATIONS && fb < 0; i++) {
            double x = (a * fb - b * fa) / (fb - fa);
            double fx = f.applyAsDouble(x);
            if (Math.abs(fx) < TOLERANCE) {
                return x;
            }
            move(x, fx);
        }
        return b;
    }

    private void move(double x, double fx) {
        int end = fx > 0 ? 1 : -1;
        if (end > 0) {
            a = x;
            fa = fx;
            fb = moved == end ? fb / 2 : fb;
        } else {
            b = x;
            fb = fx;
            fa = moved == end ? fa / 2 : fa;
        }
        moved = end;
    }
}
