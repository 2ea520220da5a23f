package org.busbar.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.optimize.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A parameter to vary as a file has it: as {@link ParameterEntry}, and how near to each other its values are: {@code
 * scale: log} for a number, {@code ordered: true} or {@code descriptors: {…}} for options.
 */
record VariedEntry(
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
        @Nullable String term,
        @Nullable String scale,
        @Nullable Boolean ordered,
        @Nullable DescriptorsEntry descriptors) {

    VariedEntry {
        new ParameterEntry(unit, min, max, step, options, whole, sample, note, curve, artifact, term);
        boolean isOrdered = Boolean.TRUE.equals(ordered);
        if (scale != null && !scale.equals("log") && !scale.equals("linear")) {
            throw new IllegalArgumentException("the scale is log or linear, not " + scale);
        }
        if (scale != null && options != null || options == null && (isOrdered || descriptors != null)) {
            throw new IllegalArgumentException("a number has a scale; only options are ordered or have descriptors");
        }
        if (isOrdered && descriptors != null) {
            throw new IllegalArgumentException("options are either ordered or have descriptors, not both");
        }
    }

    /** @throws IllegalArgumentException if the limits are not a range */
    Parameter named(String name) {
        return new ParameterEntry(unit, min, max, step, options, whole, sample, note, curve, artifact, term)
                .named(name);
    }

    /** How it is seen; empty if as it is. */
    Optional<Scale> scale(Path lab) {
        if (descriptors != null) {
            return Optional.of(descriptors.scale(lab));
        }
        if (Boolean.TRUE.equals(ordered)) {
            return Optional.of(new Scale.Ordered());
        }
        return "log".equals(scale) ? Optional.of(new Scale.Log()) : Optional.empty();
    }
}
