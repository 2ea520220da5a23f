package org.busbar.analyses.eis.circuit;

/**
 * An angular frequency and what elements need of it again and again.
 *
 * @param value rad/s, above 0
 * @param log its natural logarithm
 * @param root its square root
 */
public record Omega(double value, double log, double root) {

    /** The angular frequency of {@code value} rad/s. */
    public static Omega of(double value) {
        return new Omega(value, Math.log(value), Math.sqrt(value));
    }

    /** The angular frequency of a frequency in Hz. */
    public static Omega ofFrequency(double hertz) {
        return of(2 * Math.PI * hertz);
    }
}
