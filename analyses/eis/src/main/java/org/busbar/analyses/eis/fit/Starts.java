package org.busbar.analyses.eis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Element;
import org.busbar.analyses.eis.circuit.Series;
import org.busbar.analyses.impedance.Spectrum;
import org.hipparchus.random.HaltonSequenceGenerator;

/**
 * Where searches start: the first at the intercept and the apexes of the spectrum, the next two at evenly spread time
 * constants from fast to slow and from slow to fast, the others by a Halton sequence. The same for the same spectrum.
 */
final class Starts {

    private static final int MOST_DIMENSIONS = 40;
    private static final double USUAL_EXPONENT = 0.9;

    private final Spectrum spectrum;
    private final Extent extent;
    private final List<Circuit> parts;
    private final List<Circuit> arcs = new ArrayList<>();
    private final boolean alike;
    private final double span;

    Starts(Circuit circuit, Spectrum spectrum) {
        this.spectrum = spectrum;
        extent = Extent.of(spectrum);
        parts = circuit instanceof Series series ? series.parts() : List.of(circuit);
        parts.stream().filter(part -> role(part) == Role.ARC).forEach(arcs::add);
        alike = arcs.stream().map(Circuit::shape).distinct().count() <= 1;
        double[] real = spectrum.real();
        Arrays.sort(real);
        span = Math.max(real[real.length - 1] - Math.max(0, real[0]), 1e-3 * extent.largest());
    }

    private enum Role {
        RESISTOR,
        INDUCTANCE,
        /** Grows towards low frequencies without end. */
        BLOCKING,
        ARC
    }

    /** The values of all parameters for each of {@code count} searches. */
    List<double[]> values(int count, int parameters) {
        List<double[]> all = new ArrayList<>();
        all.add(filled(parameters, apexes(), 1, USUAL_EXPONENT));
        all.add(filled(parameters, spread(false), 1, USUAL_EXPONENT));
        if (!alike) {
            all.add(filled(parameters, spread(true), 1, USUAL_EXPONENT));
        }
        HaltonSequenceGenerator halton = new HaltonSequenceGenerator(Math.min(MOST_DIMENSIONS, 2 + arcs.size()));
        halton.nextVector(); // the origin
        while (all.size() < count) {
            all.add(drawn(halton.nextVector(), parameters));
        }
        return all.subList(0, count);
    }

    private double[] drawn(double[] point, int parameters) {
        double[] times = IntStream.range(0, arcs.size())
                .mapToDouble(i -> time(point[2 + i % (point.length - 2)]))
                .toArray();
        if (alike) {
            Arrays.sort(times);
        }
        return filled(parameters, times, Math.pow(30, point[0] - 1), 0.55 + 0.45 * point[1]);
    }

    private double[] apexes() {
        double[] seen = Apexes.times(spectrum, arcs.size());
        double[] times = spread(false);
        System.arraycopy(seen, 0, times, 0, seen.length);
        Arrays.sort(times);
        return times;
    }

    private double[] spread(boolean falling) {
        int count = arcs.size();
        return IntStream.range(0, count)
                .mapToDouble(i -> time((falling ? count - 0.5 - i : i + 0.5) / count))
                .toArray();
    }

    /** From the fastest (0) to the slowest (1) time that was measured. */
    private double time(double share) {
        return Math.pow(extent.fastest() / extent.slowest(), share) / extent.fastest();
    }

    /** @param share of the whole resistance that each arc begins with, more or less */
    private double[] filled(int parameters, double[] times, double share, double exponent) {
        double[] values = new double[parameters];
        int arc = 0;
        for (Circuit part : parts) {
            Role role = role(part);
            double time = role == Role.ARC ? times[arc++] : 0;
            guess(role, time, share * span / Math.max(1, arcs.size()), exponent).fill(part, values);
        }
        return values;
    }

    private Guess guess(Role role, double time, double resistance, double exponent) {
        return switch (role) {
            case ARC -> new Guess(resistance, time, exponent);
            case RESISTOR -> new Guess(intercept(), 1, exponent);
            case BLOCKING -> new Guess(blocking(), 1 / extent.slowest(), exponent);
            case INDUCTANCE -> new Guess(inductive(), 1 / extent.fastest(), exponent);
        };
    }

    /** Re Z at the highest frequency, or less where it is not above 0; Ohm. */
    private double intercept() {
        return Math.max(spectrum.real(0), 1e-3 * extent.smallest());
    }

    /** -Im Z at the lowest frequency, or less where it is not above 0; Ohm. */
    private double blocking() {
        return Math.max(-spectrum.imaginary(spectrum.size() - 1), 1e-2 * extent.smallest());
    }

    /** Im Z at the highest frequency, or less where it is not above 0; Ohm. */
    private double inductive() {
        return Math.max(spectrum.imaginary(0), 1e-2 * spectrum.modulus(0));
    }

    private static Role role(Circuit part) {
        if (!(part instanceof Element)) {
            return Role.ARC;
        }
        return switch (part.parameters().get(0).kind()) {
            case RESISTANCE -> part.parameters().size() == 1 ? Role.RESISTOR : Role.ARC;
            case INDUCTANCE, FRACTIONAL_INDUCTANCE -> Role.INDUCTANCE;
            case CAPACITANCE, ADMITTANCE, WARBURG -> Role.BLOCKING;
            case TIME, EXPONENT -> Role.ARC;
        };
    }
}
