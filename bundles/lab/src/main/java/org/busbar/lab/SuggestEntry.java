package org.busbar.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;

/**
 * A step that asks an optimizer, as a file has it: {@code maximize} and {@code minimize} say for each objective which
 * output observes it, or outside of loops only name it.
 */
final class SuggestEntry {

    private SuggestEntry() {}

    /** The step; empty if its space or objectives cannot be read. */
    static Optional<Step> step(String id, Entry entry) {
        List<Objective> objectives = new ArrayList<>();
        Map<String, Input.Output> learns = new LinkedHashMap<>();
        objectives(entry.at("maximize"), Objective.Goal.MAXIMIZE, objectives, learns);
        objectives(entry.at("minimize"), Objective.Goal.MINIMIZE, objectives, learns);
        if (!entry.has("space") || objectives.isEmpty()) {
            entry.wrong("a suggestion needs a space and something to maximize or minimize");
        }
        Optional<Space> space = space(entry.at("space"));
        return space.isEmpty() || objectives.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.Suggest(
                        id,
                        entry.at("suggest").text(""),
                        new Problem(space.get(), objectives),
                        past(entry.at("past")),
                        learns));
    }

    private static Optional<Space> space(Entry entry) {
        return entry.read(node -> new Space(StepReader.parameters(entry), List.of()));
    }

    private static void objectives(
            Entry entry, Objective.Goal goal, List<Objective> objectives, Map<String, Input.Output> learns) {
        if (entry.node().isObject()) {
            entry.map().forEach((name, output) -> {
                objectives.add(new Objective(name, goal));
                output.read(InputEntry::output).ifPresent(learnt -> learns.put(name, learnt));
            });
        } else if (entry.node().isArray()) {
            entry.words().forEach(name -> objectives.add(new Objective(name, goal)));
        } else if (!entry.node().isMissingNode()) {
            entry.text(name -> objectives.add(new Objective(name, goal)));
        }
    }

    private static List<Observation> past(Entry list) {
        List<Observation> past = new ArrayList<>();
        for (Entry one : list.list()) {
            if (one.only(List.of("point", "outputs"))) {
                past.add(new Observation(values(one.at("point")), values(one.at("outputs"))));
            }
        }
        return past;
    }

    static Values values(Entry map) {
        Map<String, Value> values = new LinkedHashMap<>();
        map.map()
                .forEach((name, entry) -> entry.read(InputEntry::constant).ifPresent(value -> values.put(name, value)));
        return new Values(values);
    }
}
