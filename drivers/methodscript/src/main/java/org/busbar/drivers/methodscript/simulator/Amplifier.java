package org.busbar.drivers.methodscript.simulator;

import java.util.List;
import java.util.Random;

/**
 * Measures currents in ranges, with noise. The ranges are those of an EmStat Pico at low speed, as the public
 * MethodSCRIPT examples of PalmSens list them.
 *
 * <p>Not safe for use by many threads.
 */
final class Amplifier {

    /** A range: its number, and the current that it is meant for, A. */
    private record Range(int number, double current) {}

    private static final List<Range> RANGES = List.of(
            new Range(0, 1e-7),
            new Range(1, 2e-6),
            new Range(2, 4e-6),
            new Range(3, 8e-6),
            new Range(4, 16e-6),
            new Range(5, 32e-6),
            new Range(6, 63e-6),
            new Range(7, 125e-6),
            new Range(8, 250e-6),
            new Range(9, 500e-6),
            new Range(10, 1e-3),
            new Range(11, 5e-3));

    private static final int OVERLOAD = 2;
    private static final int UNDERLOAD = 4;

    /** What it can still show of a range. */
    private static final double HEADROOM = 1.1;

    /** Below that share of a range a smaller one would be better. */
    private static final double SMALL = 0.01;

    private final double noise;
    private final Random random;
    private double lowest = RANGES.get(0).current();
    private double widest = RANGES.get(RANGES.size() - 1).current();

    /** @param noise standard deviation as a share of the range in use */
    Amplifier(double noise, long seed) {
        this.noise = noise;
        random = new Random(seed);
    }

    /** Uses the ranges between these two currents in A, both included. */
    void ranges(double low, double high) {
        lowest = low;
        widest = high;
    }

    /** What it shows of a current in A. */
    Variable shown(double current) {
        Range range = RANGES.stream()
                .filter(each -> each.current() >= lowest * (1 - 1e-9) && each.current() <= widest * (1 + 1e-9))
                .filter(each -> Math.abs(current) <= each.current())
                .findFirst()
                .orElseGet(this::last);
        double limit = HEADROOM * range.current();
        double seen = current + noise * range.current() * random.nextGaussian();
        boolean isOver = Math.abs(current) > limit;
        boolean isUnder = range.number() > 0 && Math.abs(current) < SMALL * range.current();
        int status = isOver ? OVERLOAD : isUnder ? UNDERLOAD : 0;
        return new Variable("ba", Math.max(-limit, Math.min(limit, seen)), status, range.number());
    }

    /** What it shows of a potential in V. */
    Variable potential(String type, double volts) {
        return new Variable(type, volts + noise * random.nextGaussian(), 0, -1);
    }

    /** What it shows of a part of an impedance of that magnitude, both in Ohm. */
    Variable impedance(String type, double part, double magnitude) {
        return new Variable(type, part + noise * magnitude * random.nextGaussian(), 0, -1);
    }

    private Range last() {
        return RANGES.stream()
                .filter(range -> range.current() <= widest * (1 + 1e-9))
                .reduce(RANGES.get(0), (smaller, wider) -> wider);
    }
}
