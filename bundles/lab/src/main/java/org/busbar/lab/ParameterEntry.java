package org.busbar.lab;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as a file has it: {@code {unit: mol/kg, min: 0, max: 2, step: 0.01}} for a number, {@code {options: [a,
 * b]}} for a choice, {@code {whole: true, min: 1, max: 9}}, {@code {sample: true}}, {@code {note: true}} for a text,
 * {@code {curve: true, unit: Hz}} for a series and {@code {artifact: image/png}} for a file.
 */
record ParameterEntry(
        @Nullable Unit unit,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double step,
        @Nullable List<String> options,
        @Nullable Boolean whole,
        @Nullable Boolean sample,
        @Nullable Boolean note,
        @Nullable Boolean curve,
        @Nullable String artifact,
        @Nullable String term) {

    private static final int LONGEST_NOTE = 10_000; // characters

    ParameterEntry {
        boolean isLimited = min != null || max != null || step != null;
        if (kinds(options, whole, sample, note, curve, artifact) > 1) {
            throw new IllegalArgumentException(
                    "it is one of options, whole, sample, note, curve and artifact, not several");
        }
        if (options != null && (options.isEmpty() || unit != null || isLimited)) {
            throw new IllegalArgumentException("options are words, at least one, and stand alone");
        }
        if ((isTrue(sample) || isTrue(note) || artifact != null) && (unit != null || isLimited)) {
            throw new IllegalArgumentException("a sample, note or artifact has no unit, limits or step");
        }
        if (isTrue(curve) && isLimited) {
            throw new IllegalArgumentException("a curve has a unit, but no limits or step");
        }
        if (isTrue(whole) && (unit != null || step != null || isBroken(min) || isBroken(max))) {
            throw new IllegalArgumentException("from " + min + " to " + max
                    + ": a whole number has whole limits (leave out those that are open) and neither unit nor step");
        }
    }

    private static long kinds(@Nullable Object... kinds) {
        return Arrays.stream(kinds)
                .filter(kind -> kind != null && !kind.equals(Boolean.FALSE))
                .count();
    }

    private static boolean isTrue(@Nullable Boolean truth) {
        return Boolean.TRUE.equals(truth);
    }

    private static boolean isBroken(@Nullable Double number) {
        return number != null && number % 1 != 0;
    }

    /** @throws IllegalArgumentException if the limits are not a range */
    Parameter named(String name) {
        String meaning = term == null ? "" : term;
        if (options != null) {
            return new Parameter.Choice(name, options, meaning);
        }
        if (isTrue(sample)) {
            return new Parameter.Specimen(name, meaning);
        }
        if (isTrue(note)) {
            return new Parameter.Note(name, LONGEST_NOTE, meaning);
        }
        if (artifact != null) {
            return new Parameter.Artifact(name, artifact, meaning);
        }
        Unit of = unit == null ? Unit.ONE : unit;
        return isTrue(curve) ? new Parameter.Curve(name, of, meaning) : number(name, of, meaning);
    }

    private Parameter number(String name, Unit of, String meaning) {
        double from = min == null ? Double.NEGATIVE_INFINITY : min;
        double to = max == null ? Double.POSITIVE_INFINITY : max;
        return isTrue(whole)
                ? new Parameter.Whole(name, (long) from, (long) to, meaning)
                : new Parameter.Real(name, of, from, to, step == null ? 0 : step, meaning);
    }
}
