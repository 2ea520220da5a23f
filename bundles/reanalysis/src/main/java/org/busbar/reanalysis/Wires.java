package org.busbar.reanalysis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Step;

/** Finds which analysis a value came from, through nested sequences and loops. */
final class Wires {

    private static final String PASSES = "(?:[^/]+\\[\\d+\\]/)*";

    private final List<String> analysed;

    /** @param analysed the paths of analyses, in the order in which they were done */
    Wires(List<String> analysed) {
        this.analysed = List.copyOf(analysed);
    }

    /** An output of an analysis. */
    record Wire(String path, String output) {}

    /** Where {@code input} came from, if that was an analysis; empty if it was anything else. */
    Optional<Wire> of(Input input, Level level) {
        if (input instanceof Input.Given given) {
            return given(given, level);
        }
        return input instanceof Input.Output output ? output(output, level) : Optional.empty();
    }

    private Optional<Wire> given(Input.Given given, Level level) {
        return Optional.ofNullable(level.outer())
                .flatMap(outer -> Optional.ofNullable(outer.as().inputs().get(given.name()))
                        .flatMap(input -> of(input, outer.level())));
    }

    private Optional<Wire> output(Input.Output output, Level level) {
        Optional<Step> step = level.step(output.step());
        if (step.isPresent() && step.get() instanceof Step.Nested nested) {
            Level inside = level.nested(nested, level.prefix());
            return Optional.ofNullable(nested.sequence().outputs().get(output.name()))
                    .flatMap(input -> of(input, inside))
                    .or(() -> level.outOfLoop().flatMap(outside -> output(output, outside)));
        }
        return last(level, output.step()).map(path -> new Wire(path, output.name()));
    }

    /** The last analysis of that id that could be seen from there. */
    private Optional<String> last(Level level, String id) {
        Pattern here = Pattern.compile(Pattern.quote(level.prefix()) + PASSES + Pattern.quote(id));
        return analysed.stream()
                .filter(path -> here.matcher(path).matches())
                .reduce((before, last) -> last)
                .or(() -> level.outOfLoop().flatMap(outside -> last(outside, id)));
    }
}
