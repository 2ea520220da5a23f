package org.busbar.analyses.impedancefiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.analyses.files.Heading;
import org.busbar.api.Unit;

/**
 * Where frequency and impedance are in a table.
 *
 * @param first real part, or modulus
 * @param second imaginary part, or phase
 * @param polar whether they are modulus and phase
 */
record SpectrumLayout(Part frequency, Part first, Part second, boolean polar) {

    private static final Unit HERTZ = Unit.of("Hz");
    private static final Unit OHM = Unit.of("Ohm");
    private static final Unit RADIAN = Unit.of("rad");

    private static final List<String> FREQUENCIES = List.of("frequency", "freq", "f");
    private static final List<String> REALS =
            List.of("re(z)", "zreal", "zre", "z'", "z'(a)", "rez", "realz", "real(z)", "realimpedance", "real", "re");
    private static final List<String> IMAGINARIES = List.of(
            "im(z)",
            "zimag",
            "zim",
            "zimg",
            "z\"",
            "z\"(b)",
            "imz",
            "imagz",
            "imag(z)",
            "imaginaryimpedance",
            "imag",
            "im");
    private static final List<String> MODULI = List.of("|z|", "zmod", "modulus", "absoluteimpedance", "z");
    private static final List<String> PHASES = List.of("phase(z)", "zphz", "phase", "theta");

    /**
     * One column.
     *
     * @param index from 0
     * @param unit UCUM code; empty if none is stated
     * @param negative whether its heading has a minus sign
     */
    record Part(int index, String raw, String unit, boolean negative) {

        /** This column with a unit that stands below its heading. */
        Part in(String ucum) {
            return new Part(index, raw, ucum, negative);
        }

        double converted(double number, Unit to) {
            double same = unit.isEmpty() ? number : Unit.of(unit).convert(number, to);
            return negative ? 0 - same : same;
        }
    }

    /** The layout under these headings; empty if there is no frequency or no impedance. */
    static Optional<SpectrumLayout> of(List<Heading> headings) {
        Optional<Part> frequency = find(FREQUENCIES, headings);
        if (frequency.isEmpty() || !areImpedance(headings)) {
            return Optional.empty();
        }
        Optional<Part> real = find(REALS, headings);
        Optional<Part> imaginary = find(IMAGINARIES, headings);
        boolean polar = real.isEmpty() || imaginary.isEmpty();
        return Optional.of(new SpectrumLayout(
                frequency.get(),
                polar ? find(MODULI, headings).orElseThrow() : real.get(),
                polar ? find(PHASES, headings).orElseThrow() : imaginary.get(),
                polar));
    }

    /** Whether a line has letters of which the name of an impedance could be made: a quick test that spares most lines. */
    static boolean mayName(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.contains("z") || lower.contains("re") || lower.contains("modulus") || lower.contains("impedance");
    }

    /** Whether an impedance is there, with or without its frequency. */
    static boolean areImpedance(List<Heading> headings) {
        return find(REALS, headings).isPresent() && find(IMAGINARIES, headings).isPresent()
                || find(MODULI, headings).isPresent()
                        && find(PHASES, headings)
                                .filter(p -> !p.unit().isEmpty())
                                .isPresent();
    }

    /** Three columns without headings. */
    static SpectrumLayout ofThree() {
        return new SpectrumLayout(
                new Part(0, "column 1", "", false),
                new Part(1, "column 2", "", false),
                new Part(2, "column 3", "", false),
                false);
    }

    /** This layout with the units of a row below the headings. */
    SpectrumLayout in(String frequencyUnit, String firstUnit, String secondUnit) {
        return new SpectrumLayout(frequency.in(frequencyUnit), first.in(firstUnit), second.in(secondUnit), polar);
    }

    /** How many columns have no unit. */
    long unitless() {
        return parts().filter(part -> part.unit().isEmpty()).count();
    }

    /** A row must have more cells than this. */
    int lastIndex() {
        return parts().mapToInt(Part::index).max().orElseThrow();
    }

    Stream<Part> parts() {
        return Stream.of(frequency, first, second);
    }

    /** Frequency in Hz, real and imaginary part in Ohm, of the three numbers of a row. */
    double[] point(double ofFrequency, double ofFirst, double ofSecond) {
        double hertz = frequency.converted(ofFrequency, HERTZ);
        double one = first.converted(ofFirst, OHM);
        if (!polar) {
            return new double[] {hertz, one, second.converted(ofSecond, OHM)};
        }
        double angle = second.converted(ofSecond, RADIAN);
        return new double[] {hertz, one * Math.cos(angle), one * Math.sin(angle)};
    }

    /** Which column became which output, for people. */
    String origins() {
        String impedance = polar ? "%s; z_real, z_imag: %s, %s" : "%s; z_real: %s; z_imag: %s";
        return String.format(
                "frequency: " + impedance,
                parts().map(Part::raw).collect(Collectors.toList()).toArray());
    }

    private static Optional<Part> find(List<String> names, List<Heading> headings) {
        for (String name : names) {
            for (int i = 0; i < headings.size(); i++) {
                Heading heading = headings.get(i);
                String bare = heading.name().replaceFirst("^(-|minus)", "");
                if (bare.equals(name)) {
                    boolean negative = !bare.equals(heading.name());
                    return Optional.of(new Part(i, heading.raw(), heading.unit(), negative));
                }
            }
        }
        return Optional.empty();
    }
}
