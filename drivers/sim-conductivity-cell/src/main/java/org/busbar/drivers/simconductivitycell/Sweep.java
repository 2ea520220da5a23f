package org.busbar.drivers.simconductivitycell;

import java.util.Random;
import java.util.stream.IntStream;
import org.busbar.api.Series;

/**
 * Impedance of the cell from 100 kHz to 10 Hz, ten points per decade: the electrolyte in series with the leads and with
 * two blocking electrodes.
 *
 * <p>Z = R + j omega L + 1 / (Q (j omega)^alpha); see e.g. M. E. Orazem, B. Tribollet, Electrochemical Impedance
 * Spectroscopy, Wiley, ISBN 978-0-470-04140-6, on constant-phase elements.
 *
 * @param real in Ohm, one for each of {@link #frequencies}
 * @param imaginary in Ohm, negative where the electrodes prevail
 */
record Sweep(Series real, Series imaginary) {

    private static final int POINTS = 41;

    /** Inductance of the leads, H. */
    private static final double L = 3.5e-7;

    /** Constant-phase element of both electrodes, S s^alpha. */
    private static final double Q = 2.2e-5;

    private static final double ALPHA = 0.93;

    /** Periods measured at every frequency, and what the analyser needs to change to it, s. */
    private static final double PERIODS = 5;

    private static final double CHANGE = 0.1;

    /** The frequencies in Hz, highest first. */
    static double[] frequencies() {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> Math.pow(10, 5 - i / 10.0))
                .toArray();
    }

    /** Lab time of one sweep, s. */
    static double seconds() {
        double seconds = 0;
        for (double frequency : frequencies()) {
            seconds += PERIODS / frequency + CHANGE;
        }
        return seconds;
    }

    /**
     * Measures an electrolyte of {@code resistance} Ohm.
     *
     * @param noise standard deviation of the real and of the imaginary part, each relative to |Z|
     */
    static Sweep of(double resistance, double noise, Random chance) {
        double[] frequencies = frequencies();
        double[] real = new double[POINTS];
        double[] imaginary = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double omega = 2 * Math.PI * frequencies[i];
            double electrodes = 1 / (Q * Math.pow(omega, ALPHA));
            real[i] = resistance + electrodes * Math.cos(ALPHA * Math.PI / 2);
            imaginary[i] = omega * L - electrodes * Math.sin(ALPHA * Math.PI / 2);
            double deviation = noise * Math.hypot(real[i], imaginary[i]);
            real[i] += deviation * chance.nextGaussian();
            imaginary[i] += deviation * chance.nextGaussian();
        }
        return new Sweep(Series.of("Ohm", real), Series.of("Ohm", imaginary));
    }
}
