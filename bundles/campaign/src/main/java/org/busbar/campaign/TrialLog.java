package org.busbar.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;

/** The trials of one campaign in the order of their suggestion. Not safe for use by many threads. */
final class TrialLog {

    private final List<Trial> trials = new ArrayList<>();
    private final List<Trial> ended = new ArrayList<>();

    void suggested(LabEvent.TrialSuggested event) {
        trials.add(new Trial(
                event.number(),
                event.point(),
                event.suggestedBy(),
                event.request(),
                Trial.State.RUNNING,
                Values.none(),
                ""));
    }

    /** Takes down how the trial with that request ended; true if it belongs here and was running. */
    boolean ended(String request, Trial.State state, Values outputs, String reason) {
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            if (trial.request().equals(request) && trial.state() == Trial.State.RUNNING) {
                Trial end =
                        new Trial(trial.number(), trial.point(), trial.suggestedBy(), request, state, outputs, reason);
                trials.set(i, end);
                ended.add(end);
                return true;
            }
        }
        return false;
    }

    int size() {
        return trials.size();
    }

    int running() {
        return trials.size() - ended.size();
    }

    List<Trial> all() {
        return List.copyOf(trials);
    }

    List<Trial> open() {
        return trials.stream().filter(t -> t.state() == Trial.State.RUNNING).toList();
    }

    /** What came of the trials up to that number, in the order of the suggestions; those that run are left out. */
    List<Observation> observed(int upTo) {
        return trials.subList(0, upTo).stream()
                .filter(t -> t.state() == Trial.State.DONE || t.state() == Trial.State.FAILED)
                .map(t -> new Observation(t.point(), t.outputs()))
                .toList();
    }

    /** Points that an optimizer is told are on the way: those that run, and all after that number. */
    List<Values> pending(int after) {
        return trials.stream()
                .filter(t -> t.number() > after || t.state() == Trial.State.RUNNING)
                .map(Trial::point)
                .toList();
    }

    /** Whether every trial up to that number has ended. */
    boolean ended(int upTo) {
        return trials.subList(0, upTo).stream().noneMatch(t -> t.state() == Trial.State.RUNNING);
    }

    Optional<Trial> best(Objective objective) {
        return trials.stream()
                .filter(t -> t.outputs().byName().get(objective.output()) instanceof Quantity)
                .max(Comparator.comparingDouble(t -> worth(t.outputs().get(objective.output()), objective)));
    }

    private static double worth(Value value, Objective objective) {
        Quantity quantity = (Quantity) value;
        return objective.goal().sign()
                * (quantity.value() * quantity.unit().factor() + quantity.unit().offset());
    }
}
