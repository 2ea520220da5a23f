package org.busbar.analyses.impedance;

import java.util.function.IntToDoubleFunction;

/**
 * The equations of a {@link VoigtFit}: one column per unknown, R<sub>0</sub>, R<sub>1</sub> to R<sub>M</sub>, L and
 * perhaps 1/C; two rows per point, real and imaginary, divided by |Z|.
 *
 * <p>L is in units of 1/&omega;<sub>max</sub> and 1/C in units of &omega;<sub>min</sub>, so that all columns are of one
 * size.
 */
final class VoigtColumns {

    private final Spectrum spectrum;
    private final int elements;
    private final boolean capacitor;
    private final double[] weight;
    private final double[][] columns;

    VoigtColumns(Spectrum spectrum, int elements, boolean capacitor) {
        this.spectrum = spectrum;
        this.elements = elements;
        this.capacitor = capacitor;
        this.weight = spectrum.each(i -> 1 / spectrum.modulus(i));
        this.columns = columns();
    }

    int elements() {
        return elements;
    }

    /** A fresh copy of all columns. */
    double[][] both() {
        double[][] copy = new double[columns.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = columns[k].clone();
        }
        return copy;
    }

    /** Z/|Z|, two rows per point; a fresh array. */
    double[] target() {
        return column(spectrum::real, spectrum::imaginary);
    }

    /** The resistances from the real rows, then the inductance from the imaginary rows. */
    double[] solveReal() {
        double[][] real = new double[elements + 1][];
        for (int k = 0; k <= elements; k++) {
            int column = k;
            real[k] = spectrum.each(i -> columns[column][2 * i]);
        }
        double[] resistances = Householder.solve(real, spectrum.each(i -> weight[i] * spectrum.real(i)));
        double[] all = new double[columns.length];
        System.arraycopy(resistances, 0, all, 0, resistances.length);
        double[] rest = residuals(all);
        double[][] inductance = {spectrum.each(i -> columns[elements + 1][2 * i + 1])};
        all[elements + 1] = Householder.solve(inductance, spectrum.each(i -> rest[2 * i + 1]))[0];
        return all;
    }

    /** Target minus what these coefficients of the first columns give. */
    double[] residuals(double[] coefficients) {
        double[] rest = target();
        for (int k = 0; k < coefficients.length; k++) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= coefficients[k] * columns[k][i];
            }
        }
        return rest;
    }

    private double[][] columns() {
        double[][] made = new double[elements + (capacitor ? 3 : 2)][];
        made[0] = column(i -> 1, i -> 0);
        for (int k = 1; k <= elements; k++) {
            made[k] = element(tau(k));
        }
        double highest = spectrum.omega(0);
        made[elements + 1] = column(i -> 0, i -> spectrum.omega(i) / highest);
        if (capacitor) {
            double lowest = spectrum.omega(spectrum.size() - 1);
            made[elements + 2] = column(i -> 0, i -> -lowest / spectrum.omega(i));
        }
        return made;
    }

    private double tau(int k) {
        double shortest = 1 / spectrum.omega(0);
        double span = spectrum.frequency(0) / spectrum.frequency(spectrum.size() - 1);
        return shortest * StrictMath.pow(span, elements == 1 ? 0 : (k - 1.0) / (elements - 1));
    }

    private double[] element(double tau) {
        double[] made = new double[2 * weight.length];
        for (int i = 0; i < weight.length; i++) {
            double x = spectrum.omega(i) * tau;
            double real = weight[i] / (1 + x * x);
            made[2 * i] = real;
            made[2 * i + 1] = -x * real;
        }
        return made;
    }

    private double[] column(IntToDoubleFunction real, IntToDoubleFunction imaginary) {
        double[] made = new double[2 * spectrum.size()];
        for (int i = 0; i < spectrum.size(); i++) {
            made[2 * i] = weight[i] * real.applyAsDouble(i);
            made[2 * i + 1] = weight[i] * imaginary.applyAsDouble(i);
        }
        return made;
    }
}
