package org.busbar.lab;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as a file has it: {@code {unit: mol/kg, min: 0, max: 2, step: 0.01}} for a number, {@code {options: [a,
 * b]}} for a choice, {@code {whole: true, min: 1, max: 9}}, {@code {sample: true}}.
 */
record ParameterEntry(
        @Nullable String unit,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double step,
        @Nullable List<String> options,
        @Nullable Boolean whole,
        @Nullable Boolean sample,
        @Nullable String term) {

    ParameterEntry {
        if (unit != null) {
            Unit.of(unit);
        }
        boolean isWhole = Boolean.TRUE.equals(whole);
        boolean isSample = Boolean.TRUE.equals(sample);
        boolean isMeasured = unit != null || step != null;
        if (options != null && (options.isEmpty() || isWhole || isSample || isMeasured || min != null || max != null)) {
            throw new IllegalArgumentException("options are words, at least one, and stand alone");
        }
        if (isSample && (isWhole || isMeasured || min != null || max != null)) {
            throw new IllegalArgumentException("a sample has no unit, limits or step");
        }
        if (isWhole && (isMeasured || min != null && min % 1 != 0 || max != null && max % 1 != 0)) {
            throw new IllegalArgumentException("from " + min + " to " + max
                    + ": a whole number has whole limits (leave out those that are open) and neither unit nor step");
        }
    }

    /** @throws IllegalArgumentException if the limits are not a range */
    Parameter named(String name) {
        String meaning = term == null ? "" : term;
        if (options != null) {
            return new Parameter.Choice(name, options, meaning);
        }
        if (Boolean.TRUE.equals(sample)) {
            return new Parameter.Specimen(name, meaning);
        }
        double from = min == null ? Double.NEGATIVE_INFINITY : min;
        double to = max == null ? Double.POSITIVE_INFINITY : max;
        if (Boolean.TRUE.equals(whole)) {
            return new Parameter.Whole(name, (long) from, (long) to, meaning);
        }
        return new Parameter.Real(name, Unit.of(unit == null ? "1" : unit), from, to, step == null ? 0 : step, meaning);
    }
}
