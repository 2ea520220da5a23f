package org.busbar.analyses.conductivity;

/**
 * An inductance, a resistance and a constant phase element in series: Z = j&omega;L + R + X
 * (j&omega;/&omega;<sub>c</sub>)<sup>-&alpha;</sup>.
 *
 * <p>X, the modulus of the constant phase element at the centre of the spectrum, stands for the usual Q = 1/(X
 * &omega;<sub>c</sub><sup>&alpha;</sup>): unlike Q it is hardly correlated with &alpha;.
 *
 * @param resistance R, Ohm, above 0
 * @param reactance X, Ohm, above 0
 * @param exponent &alpha;, from 0 (resistor) to 1 (capacitor)
 * @param inductance L, H
 * @param centre &omega;<sub>c</sub>, rad/s
 */
record Circuit(double resistance, double reactance, double exponent, double inductance, double centre) {

    /** A real and an imaginary part. */
    record Complex(double real, double imaginary) {

        Complex times(double factor) {
            return new Complex(factor * real, factor * imaginary);
        }
    }

    /** Z at the angular frequency {@code omega} in rad/s, Ohm. */
    Complex impedance(double omega) {
        Complex electrodes = electrodes(omega);
        return new Complex(resistance + electrodes.real, omega * inductance + electrodes.imaginary);
    }

    /** The impedance of the constant phase element, which is also the derivative of Z by ln X; Ohm. */
    Complex electrodes(double omega) {
        double modulus = reactance * Math.pow(omega / centre, -exponent);
        double angle = exponent * Math.PI / 2;
        return new Complex(modulus * Math.cos(angle), -modulus * Math.sin(angle));
    }

    /** The derivative of Z by ln &alpha;, Ohm: that of the electrodes times -&alpha; ln(j&omega;/&omega;_c). */
    Complex byLogExponent(double omega) {
        Complex z = electrodes(omega);
        double log = Math.log(omega / centre);
        double quarter = Math.PI / 2;
        return new Complex(-log * z.real + quarter * z.imaginary, -log * z.imaginary - quarter * z.real)
                .times(exponent);
    }
}
