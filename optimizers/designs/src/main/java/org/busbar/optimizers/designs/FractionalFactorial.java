package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busbar.api.Values;

/** A regular fraction of all combinations of two levels; what it confounds is in its facts. */
final class FractionalFactorial implements Design {

    private static final int RESOLUTION = 4;
    private static final List<String> ROMAN = List.of("0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");
    /** More lines than people read. */
    private static final int LINES = 60;

    @Override
    public Plan on(Ground ground) {
        String title = "fractional factorial";
        ground.refuseMixtures(title);
        List<Axis> axes = ground.varied();
        axes.forEach(axis -> refuseMoreThanTwo(axis, title));
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("The " + title + " needs a parameter that varies, and there is none");
        }
        Fraction fraction = fraction(ground.choices(), axes.size());
        List<Values> points = new ArrayList<>(corners(fraction, ground.middle(), axes));
        points.addAll(Factorial.centres(ground, title, 0));
        return ground.plan(named(fraction), points, facts(fraction, axes));
    }

    private static void refuseMoreThanTwo(Axis axis, String title) {
        if (axis.levels(2).size() > 2) {
            throw new IllegalArgumentException("The " + title + " has two levels, and " + axis.name() + " has "
                    + axis.levels(2).size() + " options; leave two of them, or take the design full-factorial");
        }
    }

    private static Fraction fraction(Choices choices, int factors) {
        String generators = choices.note(Choices.GENERATORS);
        return generators.isEmpty()
                ? Fraction.find(factors, choices.whole(Choices.RESOLUTION, RESOLUTION))
                : Fraction.read(factors, generators);
    }

    private static List<Values> corners(Fraction fraction, Values middle, List<Axis> axes) {
        return Arrays.stream(fraction.rows())
                .map(row -> corner(row, middle, axes))
                .toList();
    }

    private static Values corner(boolean[] row, Values middle, List<Axis> axes) {
        Values corner = middle;
        for (int i = 0; i < row.length; i++) {
            Axis axis = axes.get(i);
            corner = corner.with(axis.name(), axis.levels(2).get(row[i] ? 1 : 0));
        }
        return corner;
    }

    private static String named(Fraction fraction) {
        return fraction.generators().isEmpty()
                ? fraction.title() + " full factorial"
                : fraction.title() + " fractional factorial of resolution " + roman(fraction.resolution());
    }

    private static String roman(int resolution) {
        return resolution < ROMAN.size() ? ROMAN.get(resolution) : Integer.toString(resolution);
    }

    private static Map<String, String> facts(Fraction fraction, List<Axis> axes) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "factors",
                join(
                        ", ",
                        IntStream.range(0, axes.size())
                                .mapToObj(i -> Fraction.name(1 << i) + " "
                                        + axes.get(i).name())));
        if (fraction.generators().isEmpty()) {
            facts.put("confounded", "nothing");
            return facts;
        }
        facts.put("resolution", roman(fraction.resolution()));
        facts.put(
                "generators",
                join(
                        ", ",
                        IntStream.range(0, fraction.generators().size())
                                .mapToObj(i -> Fraction.name(1 << (fraction.independent() + i)) + " = "
                                        + Fraction.name(fraction.generators().get(i)))));
        facts.put(
                "defining relation",
                "I = "
                        + join(
                                " = ",
                                Arrays.stream(fraction.words()).limit(LINES).mapToObj(Fraction::name))
                        + (fraction.words().length > LINES ? " = …" : ""));
        facts.put("confounded", confounded(fraction));
        return facts;
    }

    /** Single factors and products of two that cannot be told from each other; longer products are left out. */
    static String confounded(Fraction fraction) {
        List<String> lines = upToTwo(fraction.factors())
                .filter(set -> isFirst(set, fraction))
                .mapToObj(set -> join(
                        " = ",
                        IntStream.concat(IntStream.of(set), Arrays.stream(fraction.aliases(set, 2)))
                                .mapToObj(Fraction::name)))
                .toList();
        String more = lines.size() > LINES ? "; and " + (lines.size() - LINES) + " more" : "";
        return lines.isEmpty()
                ? "no single factors or products of two with each other"
                : join("; ", lines.stream().limit(LINES)) + more;
    }

    /** Whether a set has aliases and stands before all of them. */
    private static boolean isFirst(int set, Fraction fraction) {
        int[] aliases = fraction.aliases(set, 2);
        return aliases.length > 0 && Fraction.SHORT_FIRST.compare(set, aliases[0]) < 0;
    }

    private static IntStream upToTwo(int factors) {
        return IntStream.concat(
                IntStream.range(0, factors).map(i -> 1 << i),
                IntStream.range(0, factors)
                        .flatMap(i -> IntStream.range(i + 1, factors).map(j -> 1 << i | 1 << j)));
    }

    private static String join(String between, Stream<String> parts) {
        return parts.collect(Collectors.joining(between));
    }
}
