package org.busbar.distribution.bench.optimizers.problems;

/**
 * Functions of one objective, as minima are published, negated; of coordinates from 0 to 1. After S. Surjanovic, D.
 * Bingham, Virtual Library of Simulation Experiments (2013), whose limits they keep.
 */
final class Formulas {

    static final double BRANIN = 0.39788735772973816;

    private Formulas() {}

    /** x0 from -5 to 10, x1 from 0 to 15; largest value -0.397887. */
    static double[] branin(double... u) {
        double x = scaled(u[0], -5, 10);
        double y = scaled(u[1], 0, 15);
        double bend = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return new double[] {-(bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(x) + 10)};
    }

    /** From -32.768 to 32.768; largest value 0. */
    static double[] ackley(double... u) {
        double squares = 0;
        double waves = 0;
        for (double each : u) {
            double x = scaled(each, -32.768, 32.768);
            squares += x * x;
            waves += StrictMath.cos(2 * Math.PI * x);
        }
        double hill = 20 * StrictMath.exp(-0.2 * Math.sqrt(squares / u.length));
        return new double[] {hill + StrictMath.exp(waves / u.length) - 20 - Math.E};
    }

    /** From -10 to 10; largest value 0. */
    static double[] levy(double... u) {
        double[] w = new double[u.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = 1 + (scaled(u[i], -10, 10) - 1) / 4;
        }
        double sum = squared(StrictMath.sin(Math.PI * w[0]));
        for (int i = 0; i + 1 < w.length; i++) {
            sum += squared(w[i] - 1) * (1 + 10 * squared(StrictMath.sin(Math.PI * w[i] + 1)));
        }
        double last = w[w.length - 1];
        return new double[] {-(sum + squared(last - 1) * (1 + squared(StrictMath.sin(2 * Math.PI * last))))};
    }

    /** From -5 to 10; largest value 0. */
    static double[] rosenbrock(double... u) {
        double sum = 0;
        for (int i = 0; i + 1 < u.length; i++) {
            double x = scaled(u[i], -5, 10);
            sum += 100 * squared(scaled(u[i + 1], -5, 10) - x * x) + squared(1 - x);
        }
        return new double[] {-sum};
    }

    private static double scaled(double u, double low, double high) {
        return low + u * (high - low);
    }

    private static double squared(double x) {
        return x * x;
    }
}
