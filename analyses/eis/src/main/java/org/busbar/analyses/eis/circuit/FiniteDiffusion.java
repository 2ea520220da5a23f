package org.busbar.analyses.eis.circuit;

import java.util.List;

/**
 * Diffusion through a layer of finite thickness: Z = Z<sub>0</sub> t/s with s = sqrt(j&omega;&tau;) and t = coth s at a
 * blocking end, tanh s at a transmitting one. With E = exp(-2s), t = (1 + E)/(1 - E) or its inverse, which neither
 * overflows nor cancels; and dZ/d&tau; = Z<sub>0</sub>/(2&tau;) (1 - t<sup>2</sup> - t/s) for both.
 */
final class FiniteDiffusion {

    private FiniteDiffusion() {}

    static List<Slot> parameters(String name) {
        return List.of(Slot.resistance(name + "_Z0"), Slot.time(name + "_tau"));
    }

    /** @param sign of E in the numerator of t: 1 at a blocking end, -1 at a transmitting one */
    static void respond(int sign, int first, Omega omega, double[] values, Response response) {
        double a = Math.sqrt(omega.value() * values[first + 1] / 2); // s = a (1 + j)
        double q = Math.exp(-2 * a);
        double sine = q * Math.sin(2 * a);
        double half = Math.sin(a);
        double minus = -Math.expm1(-2 * a) + 2 * q * half * half; // Re (1 - E)
        double plus = 2 - minus; // Re (1 + E)
        double numerator = sign > 0 ? plus : minus;
        double denominator = sign > 0 ? minus : plus;
        double norm = denominator * denominator + sine * sine;
        double re = (numerator * denominator - sine * sine) / norm;
        double im = -sign * sine * (numerator + denominator) / norm;
        diffuse(first, values, response, a, re, im);
    }

    /** Writes the response for t = {@code re} + j {@code im}. */
    private static void diffuse(int first, double[] values, Response response, double a, double re, double im) {
        double resistance = values[first];
        double ratio = (re + im) / (2 * a); // Re t/s
        double imaginaryRatio = (im - re) / (2 * a);
        double factor = resistance / (2 * values[first + 1]);
        response.set(resistance * ratio, resistance * imaginaryRatio);
        response.by(first, ratio, imaginaryRatio);
        response.by(first + 1, factor * (1 - re * re + im * im - ratio), factor * (-2 * re * im - imaginaryRatio));
    }
}
