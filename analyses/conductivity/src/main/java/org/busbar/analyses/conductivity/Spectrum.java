package org.busbar.analyses.conductivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An impedance spectrum that is fit to be analysed, by rising frequency so that the order of the rows has no effect. */
record Spectrum(List<Point> points) {

    /** Fewer points than this are refused: 16 numbers for up to four parameters. */
    static final int FEWEST_POINTS = 8;

    /** As many frequencies as the circuit has parameters. */
    private static final int FEWEST_FREQUENCIES = 4;

    /**
     * One impedance.
     *
     * @param frequency Hz, above 0
     * @param real Ohm
     * @param imaginary Ohm, negative for a capacitor
     */
    record Point(double frequency, double real, double imaginary) {

        /** Angular frequency in rad/s. */
        double omega() {
            return 2 * Math.PI * frequency;
        }

        /** |Z| in Ohm. */
        double modulus() {
            return Math.hypot(real, imaginary);
        }
    }

    Spectrum {
        points = points.stream()
                .sorted(Comparator.comparingDouble(Point::frequency)
                        .thenComparingDouble(Point::real)
                        .thenComparingDouble(Point::imaginary))
                .toList();
    }

    /**
     * The spectrum of three columns, in Hz, Ohm and Ohm.
     *
     * @throws IllegalArgumentException if they differ in length, are too short or hold no spectrum of a passive cell
     */
    static Spectrum of(double[] frequency, double[] real, double[] imaginary) {
        requireLength("z_real", real.length, frequency.length);
        requireLength("z_imag", imaginary.length, frequency.length);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < frequency.length; i++) {
            points.add(checked(new Point(frequency[i], real[i], imaginary[i]), i));
        }
        Spectrum spectrum = new Spectrum(points);
        spectrum.requireEnough();
        spectrum.requirePassive();
        return spectrum;
    }

    int size() {
        return points.size();
    }

    /** Geometric mean of the angular frequencies, rad/s. */
    double centre() {
        return Math.exp(
                points.stream().mapToDouble(p -> Math.log(p.omega())).average().orElseThrow());
    }

    /** The inductance, in H, whose impedance at the highest frequency is the smallest |Z|. */
    double inductanceUnit() {
        return smallest() / points.get(size() - 1).omega();
    }

    /** The smallest |Z|, Ohm. */
    double smallest() {
        return points.stream().mapToDouble(Point::modulus).min().orElseThrow();
    }

    private static void requireLength(String name, int length, int frequencies) {
        if (length != frequencies) {
            throw new IllegalArgumentException("conductivity: " + name + " has " + length + " values but frequency has "
                    + frequencies + "; give one impedance per frequency");
        }
    }

    private static Point checked(Point point, int row) {
        if (!(point.frequency() > 0)) {
            throw new IllegalArgumentException("conductivity: frequency = " + point.frequency() + " Hz at position "
                    + row + " is not above 0 Hz; remove the point");
        }
        if (point.modulus() == 0) {
            throw new IllegalArgumentException("conductivity: z_real and z_imag are both 0 Ohm at position " + row
                    + " (" + point.frequency() + " Hz), which no measurement gives; remove the point");
        }
        return point;
    }

    private void requireEnough() {
        if (size() < FEWEST_POINTS) {
            throw new IllegalArgumentException("conductivity: a spectrum of " + size() + " points is too short; give "
                    + FEWEST_POINTS + " or more");
        }
        long frequencies =
                points.stream().mapToDouble(Point::frequency).distinct().count();
        if (frequencies < FEWEST_FREQUENCIES) {
            throw new IllegalArgumentException("conductivity: " + size() + " points at " + frequencies
                    + " different frequencies are no spectrum; give " + FEWEST_FREQUENCIES + " frequencies or more");
        }
    }

    private void requirePassive() {
        double largest = points.stream().mapToDouble(Point::real).max().orElseThrow();
        if (largest <= 0) {
            throw new IllegalArgumentException("conductivity: z_real is nowhere above 0 Ohm (largest " + largest
                    + " Ohm); a cell has a positive resistance, so check the sign and the order of the columns");
        }
    }
}
