package org.busbar.analyses.drt;

import java.util.function.IntToDoubleFunction;
import org.busbar.analyses.impedance.Spectrum;

/**
 * The linear equations of a distribution: two weighted rows per point, real and imaginary; one column per time constant,
 * then R<sub>inf</sub> and L.
 *
 * <p>Unknowns are without unit: resistances in the largest |Z| of the spectrum, &omega;<sub>max</sub> L likewise, so
 * that &lambda; means the same for cells of any size.
 *
 * @param scale the largest |Z|, Ohm
 * @param weight of each point, 1/Ohm
 * @param columns without unit
 */
record Equations(Spectrum spectrum, Grid grid, double scale, double[] weight, double[][] columns) {

    /** Rows divided by |Z|, or all by the largest |Z|. */
    static Equations of(Spectrum spectrum, Grid grid, boolean byModulus) {
        double scale = 0;
        for (int i = 0; i < spectrum.size(); i++) {
            scale = Math.max(scale, spectrum.modulus(i));
        }
        double largest = scale;
        double[] weight = spectrum.each(i -> 1 / (byModulus ? spectrum.modulus(i) : largest));
        return new Equations(spectrum, grid, scale, weight, columns(spectrum, grid, scale, weight));
    }

    private static double[][] columns(Spectrum spectrum, Grid grid, double scale, double[] weight) {
        int n = grid.size();
        double[] factor = spectrum.each(i -> weight[i] * scale);
        double[][] made = new double[n + 2][];
        for (int k = 0; k < n; k++) {
            made[k] = element(spectrum, grid.tau()[k], spectrum.each(i -> factor[i] * grid.step()));
        }
        made[n] = rows(spectrum.size(), i -> factor[i], i -> 0);
        made[n + 1] = rows(spectrum.size(), i -> 0, i -> factor[i] * spectrum.omega(i) / spectrum.omega(0));
        return made;
    }

    private static double[] element(Spectrum spectrum, double tau, double[] factor) {
        return rows(
                spectrum.size(),
                i -> factor[i] / (1 + square(spectrum.omega(i) * tau)),
                i -> -factor[i] * spectrum.omega(i) * tau / (1 + square(spectrum.omega(i) * tau)));
    }

    private static double square(double number) {
        return number * number;
    }

    private static double[] rows(int points, IntToDoubleFunction real, IntToDoubleFunction imaginary) {
        double[] made = new double[2 * points];
        for (int i = 0; i < points; i++) {
            made[2 * i] = real.applyAsDouble(i);
            made[2 * i + 1] = imaginary.applyAsDouble(i);
        }
        return made;
    }

    /** How many unknowns there are. */
    int unknowns() {
        return columns.length;
    }

    /** The weighted impedances, two rows per point; a fresh array. */
    double[] target() {
        return rows(spectrum.size(), i -> weight[i] * spectrum.real(i), i -> weight[i] * spectrum.imaginary(i));
    }

    /** A x. */
    double[] values(double[] x) {
        double[] sum = new double[2 * spectrum.size()];
        for (int k = 0; k < x.length; k++) {
            for (int i = 0; x[k] != 0 && i < sum.length; i++) {
                sum[i] += x[k] * columns[k][i];
            }
        }
        return sum;
    }

    /** A<sup>T</sup> y. */
    double[] projected(double[] y) {
        double[] b = new double[columns.length];
        for (int k = 0; k < b.length; k++) {
            b[k] = product(columns[k], y);
        }
        return b;
    }

    /** A<sup>T</sup> A. */
    double[][] gram() {
        double[][] gram = new double[columns.length][columns.length];
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = product(columns[i], columns[j]);
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
