package org.busbar.analyses.impedance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An impedance spectrum that is fit to be analysed: complete, finite and passive, by falling frequency, so that the
 * order of the rows has no effect.
 *
 * <p>Points at one frequency are all kept, by rising real part, then by rising imaginary part. Points are counted from
 * 0, the one of the highest frequency. Immutable.
 */
public final class Spectrum {

    private final String analysis;
    private final int fewest;
    private final double[] frequency;
    private final double[] real;
    private final double[] imaginary;

    private Spectrum(String analysis, int fewest, int[] rows, double[] frequency, double[] real, double[] imaginary) {
        this.analysis = analysis;
        this.fewest = fewest;
        this.frequency = pick(rows, frequency);
        this.real = pick(rows, real);
        this.imaginary = pick(rows, imaginary);
        requireEnough();
        requirePassive();
    }

    /**
     * The spectrum of three columns.
     *
     * @param analysis who asks; messages begin with it
     * @param fewest how many points are needed at least, 1 or more
     * @param frequency Hz, above 0, in any order
     * @param real Ohm
     * @param imaginary Ohm, negative for a capacitor
     * @throws IllegalArgumentException if the columns differ in length or are too short, a number is not finite, a
     *     frequency is not above 0, an impedance is exactly 0, or the real part is nowhere above 0
     */
    public static Spectrum of(String analysis, int fewest, double[] frequency, double[] real, double[] imaginary) {
        Column.requireLength(analysis, "z_real", real.length, frequency.length);
        Column.requireLength(analysis, "z_imag", imaginary.length, frequency.length);
        Column.requireFinite(analysis, "frequency", "Hz", frequency);
        Column.requireFinite(analysis, "z_real", "Ohm", real);
        Column.requireFinite(analysis, "z_imag", "Ohm", imaginary);
        Column.requirePositive(analysis, frequency);
        Column.requireImpedance(analysis, frequency, real, imaginary);
        return new Spectrum(analysis, fewest, order(frequency, real, imaginary), frequency, real, imaginary);
    }

    /**
     * The points whose index is accepted.
     *
     * @throws IllegalArgumentException if they are too few or have nowhere a positive real part
     */
    public Spectrum only(IntPredicate accepted) {
        int[] rows = IntStream.range(0, size()).filter(accepted).toArray();
        return new Spectrum(analysis, fewest, rows, frequency, real, imaginary);
    }

    /** How many points there are. */
    public int size() {
        return frequency.length;
    }

    /** Hz. */
    public double frequency(int index) {
        return frequency[index];
    }

    /** Angular frequency, rad/s. */
    public double omega(int index) {
        return 2 * Math.PI * frequency[index];
    }

    /** Re Z, Ohm. */
    public double real(int index) {
        return real[index];
    }

    /** Im Z, Ohm, negative for a capacitor. */
    public double imaginary(int index) {
        return imaginary[index];
    }

    /** |Z|, Ohm, above 0. */
    public double modulus(int index) {
        return StrictMath.hypot(real[index], imaginary[index]);
    }

    /** A fresh array of all frequencies, falling, Hz. */
    public double[] frequency() {
        return frequency.clone();
    }

    /** A fresh array of all Re Z, Ohm. */
    public double[] real() {
        return real.clone();
    }

    /** A fresh array of all Im Z, Ohm. */
    public double[] imaginary() {
        return imaginary.clone();
    }

    /** A fresh array of one number per point, such as {@code spectrum.each(spectrum::modulus)}. */
    public double[] each(IntToDoubleFunction number) {
        return IntStream.range(0, size()).mapToDouble(number).toArray();
    }

    /** How many decades there are from the lowest to the highest frequency; 0 for one frequency. */
    public double decades() {
        return StrictMath.log10(frequency[0] / frequency[size() - 1]);
    }

    /** How many points are at a frequency that another point has already: 0 if all frequencies differ. */
    public int repeated() {
        return (int) IntStream.range(1, size())
                .filter(i -> frequency[i] == frequency[i - 1])
                .count();
    }

    private static int[] order(double[] frequency, double[] real, double[] imaginary) {
        Comparator<Integer> falling = Comparator.comparingDouble(i -> -frequency[i]);
        return IntStream.range(0, frequency.length)
                .boxed()
                .sorted(falling.thenComparingDouble(i -> real[i]).thenComparingDouble(i -> imaginary[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] pick(int[] rows, double[] column) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    private void requireEnough() {
        if (size() < fewest || size() < 1) {
            throw new IllegalArgumentException(analysis + ": a spectrum of " + size() + " points is too short; give "
                    + Math.max(1, fewest) + " or more");
        }
    }

    private void requirePassive() {
        double largest = Arrays.stream(real).max().orElseThrow();
        if (largest <= 0) {
            throw new IllegalArgumentException(analysis + ": z_real is nowhere above 0 Ohm (largest " + largest
                    + " Ohm); a cell has a positive resistance, so check the sign and the order of the columns");
        }
    }
}
