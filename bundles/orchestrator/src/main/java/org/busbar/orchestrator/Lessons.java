package org.busbar.orchestrator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Observation;
import org.jspecify.annotations.Nullable;

/** What the steps in which an optimizer suggests learn from. */
final class Lessons {

    private Lessons() {}

    /** The ids of all steps in which an optimizer suggests and of those it learns from, nested sequences included. */
    static Set<String> ids(Sequence sequence) {
        Set<String> ids = new HashSet<>();
        Blocks.each(sequence.steps(), step -> {
            if (step instanceof Step.Suggest suggest && !suggest.learns().isEmpty()) {
                ids.add(suggest.id());
                suggest.learns().values().forEach(output -> ids.add(output.step()));
            } else if (step instanceof Step.Nested nested) {
                ids.addAll(ids(nested.sequence()));
            }
        });
        return ids;
    }

    /** The steps of a loop that suggest, not those of loops within. */
    static List<Step.Suggest> within(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Suggest suggest
                        ? java.util.stream.Stream.of(suggest)
                        : step instanceof Step.Repeat
                                ? java.util.stream.Stream.empty()
                                : step.blocks().stream().flatMap(block -> within(block).stream()))
                .toList();
    }

    /**
     * What one pass has taught.
     *
     * @param outputs of a step of that pass by its id; null if it is not done
     */
    static Observation of(Step.Suggest suggest, Values point, Function<String, @Nullable Values> outputs) {
        Map<String, Value> learned = new LinkedHashMap<>();
        suggest.learns().forEach((objective, output) -> {
            Values given = outputs.apply(output.step());
            if (given != null) {
                learned.put(objective, given.get(output.name()));
            }
        });
        return learned.size() == suggest.learns().size()
                ? new Observation(point, new Values(learned))
                : Observation.failed(point);
    }
}
