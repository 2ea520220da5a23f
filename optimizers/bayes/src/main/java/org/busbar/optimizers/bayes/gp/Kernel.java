package org.busbar.optimizers.bayes.gp;

import org.busbar.optimizers.search.numeric.Keyed;

/**
 * A stationary covariance k of unit variance in the scaled distance r, r² = Σ (x_i - x'_i)²/l_i² (Rasmussen and Williams
 * 2006, chapter 4).
 *
 * <p>With the decay g = -2 dk/d(r²) all slopes are ∂k/∂ln l_i = g Δ_i²/l_i² and ∂k/∂x_i = -g Δ_i/l_i², finite at r = 0.
 * Pure; any thread.
 */
public enum Kernel {

    /** Twice differentiable: (1 + √5 r + 5r²/3) exp(-√5 r). */
    MATERN_52(5) {
        @Override
        void fill(double[] squares, int count, double[] values, double[] decays) {
            for (int p = 0; p < count; p++) {
                double s = Math.sqrt(5 * squares[p]);
                double e = StrictMath.exp(-s);
                values[p] = (1 + s + s * s / 3) * e;
                decays[p] = 5.0 / 3 * (1 + s) * e;
            }
        }
    },

    /** Once differentiable: (1 + √3 r) exp(-√3 r). */
    MATERN_32(3) {
        @Override
        void fill(double[] squares, int count, double[] values, double[] decays) {
            for (int p = 0; p < count; p++) {
                double s = Math.sqrt(3 * squares[p]);
                double e = StrictMath.exp(-s);
                values[p] = (1 + s) * e;
                decays[p] = 3 * e;
            }
        }
    },

    /** Infinitely differentiable: exp(-r²/2). */
    RBF(0) {
        @Override
        void fill(double[] squares, int count, double[] values, double[] decays) {
            for (int p = 0; p < count; p++) {
                values[p] = StrictMath.exp(-squares[p] / 2);
                decays[p] = values[p];
            }
        }
    };

    /** Degrees of freedom of the Student distribution of frequencies, 2ν; 0 stands for the normal distribution. */
    private final int freedom;

    Kernel(int freedom) {
        this.freedom = freedom;
    }

    /** Sets values and decays for the first {@code count} squared scaled distances. */
    abstract void fill(double[] squares, int count, double[] values, double[] decays);

    /** The covariance at a squared scaled distance of 0 or more. */
    public double value(double square) {
        return single(square)[0];
    }

    /** The decay g = -2 dk/d(r²) at a squared scaled distance of 0 or more. */
    public double decay(double square) {
        return single(square)[1];
    }

    private double[] single(double square) {
        double[] value = new double[1];
        double[] decay = new double[1];
        fill(new double[] {square}, 1, value, decay);
        return new double[] {value[0], decay[0]};
    }

    /**
     * Draws a frequency of the kernel with unit length scales: normal, for Matérn-ν divided by √Gamma(ν, rate ν) (Rahimi
     * and Recht 2007).
     */
    double[] frequency(int columns, Keyed keyed) {
        double divisor = freedom == 0 ? 1 : Math.sqrt(chiSquare(keyed) / freedom);
        double[] frequency = new double[columns];
        for (int i = 0; i < columns; i++) {
            frequency[i] = keyed.normal() / divisor;
        }
        return frequency;
    }

    /** A sum of exponentials and one squared normal; the degrees of freedom are odd. */
    private double chiSquare(Keyed keyed) {
        double z = keyed.normal();
        double sum = z * z;
        for (int i = 1; i < freedom; i += 2) {
            sum += 2 * keyed.exponential();
        }
        return sum;
    }
}
