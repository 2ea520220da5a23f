package org.busbar.analyses.eis.circuit;

import java.util.Arrays;

/**
 * The impedance of a circuit at one frequency in Ohm, and its derivative by each parameter of the circuit. Made once
 * and written again and again, by one thread, so that a fit allocates nothing.
 */
public final class Response {

    private final double[] derivatives;
    private double real;
    private double imaginary;

    /** For circuits of up to that many parameters. */
    public Response(int parameters) {
        derivatives = new double[2 * parameters];
    }

    /** Re Z, Ohm. */
    public double real() {
        return real;
    }

    /** Im Z, Ohm; negative for a capacitor. */
    public double imaginary() {
        return imaginary;
    }

    /** Derivative of Re Z by the parameter at that index, in Ohm per unit of the parameter. */
    public double realBy(int parameter) {
        return derivatives[2 * parameter];
    }

    /** Derivative of Im Z by the parameter at that index, in Ohm per unit of the parameter. */
    public double imaginaryBy(int parameter) {
        return derivatives[2 * parameter + 1];
    }

    void set(double re, double im) {
        real = re;
        imaginary = im;
    }

    void by(int parameter, double re, double im) {
        derivatives[2 * parameter] = re;
        derivatives[2 * parameter + 1] = im;
    }

    /** The derivative by a parameter is Z times this. */
    void byTimesZ(int parameter, double re, double im) {
        by(parameter, real * re - imaginary * im, real * im + imaginary * re);
    }

    /** Multiplies the derivatives by {@code count} parameters from {@code first} on. */
    void scale(int first, int count, double re, double im) {
        for (int i = 2 * first; i < 2 * (first + count); i += 2) {
            double was = derivatives[i];
            derivatives[i] = was * re - derivatives[i + 1] * im;
            derivatives[i + 1] = was * im + derivatives[i + 1] * re;
        }
    }

    @Override
    public String toString() {
        return real + " + " + imaginary + " j Ohm, derivatives " + Arrays.toString(derivatives);
    }
}
