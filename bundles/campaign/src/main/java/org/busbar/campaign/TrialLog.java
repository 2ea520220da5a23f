package org.busbar.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;

/** The trials of one campaign in the order of their suggestion. Not safe for use by many threads. */
final class TrialLog {

    private final List<Trial> trials = new ArrayList<>();
    private final List<Trial> ended = new ArrayList<>();

    Trial suggested(LabEvent.TrialSuggested event) {
        Trial trial = new Trial(
                event.number(),
                event.point(),
                event.suggestedBy(),
                event.request(),
                Trial.State.RUNNING,
                Values.none(),
                "");
        trials.add(trial);
        return trial;
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

    /** Takes in that a measured value was corrected; true if it belongs here. */
    boolean corrected(String request, Values outputs) {
        return changed(request, Trial.State.DONE, outputs, "");
    }

    /** Takes in that a measured value does not count any more; true if it belongs here. */
    boolean withdrawn(String request, String reason) {
        return changed(request, Trial.State.ABANDONED, Values.none(), reason);
    }

    private boolean changed(String request, Trial.State state, Values outputs, String reason) {
        for (int i = 0; i < trials.size(); i++) {
            Trial old = trials.get(i);
            if (old.request().equals(request) && old.state() == Trial.State.DONE) {
                Trial now = new Trial(old.number(), old.point(), old.suggestedBy(), request, state, outputs, reason);
                trials.set(i, now);
                ended.set(ended.indexOf(old), now);
                return true;
            }
        }
        return false;
    }

    /** Gives up every trial that runs. */
    void abandon(String reason) {
        open().forEach(trial -> ended(trial.request(), Trial.State.ABANDONED, Values.none(), reason));
    }

    /** Which trial was the first to reach the target, as a sentence; empty if none or there is no target. */
    Optional<String> reached(Campaign campaign) {
        return campaign.target().flatMap(target -> first(target, goal(campaign, target))
                .map(trial -> "trial " + trial.number() + " reached " + target.output() + " = "
                        + trial.outputs().get(target.output()) + "; the target was " + target.reached()));
    }

    private Optional<Trial> first(Campaign.Target target, Objective.Goal goal) {
        return ended.stream()
                .filter(trial -> target.isReachedBy(trial.outputs(), goal))
                .findFirst();
    }

    private static Objective.Goal goal(Campaign campaign, Campaign.Target target) {
        return campaign.problem().objectives().stream()
                .filter(objective -> objective.output().equals(target.output()))
                .findFirst()
                .orElseThrow()
                .goal();
    }

    /** The requests of the trials in one of these states. */
    List<String> requests(Trial.State... states) {
        return trials.stream()
                .filter(trial -> List.of(states).contains(trial.state()))
                .map(Trial::request)
                .toList();
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

    /** What to ask the optimizer; empty while there is no room for a trial, or it has to wait for one. */
    Optional<Question> question(Campaign campaign) {
        int room = Math.min(campaign.parallel() - running(), campaign.trials() - size());
        int known = campaign.reproducible() ? Math.max(0, size() + 1 - campaign.parallel()) : size();
        if (room <= 0 || campaign.reproducible() && !ended(known)) {
            return Optional.empty();
        }
        // One at a time: each suggestion knows of the one before, and the journal of each before the next.
        long seed = campaign.seed() * 1_000_003 + size();
        return Optional.of(new Question(campaign.problem(), observed(known), pending(known), 1, seed));
    }

    /** What came of the trials up to that number, in the order of the suggestions; those that run are left out. */
    private List<Observation> observed(int upTo) {
        return trials.subList(0, upTo).stream()
                .filter(t -> t.state() == Trial.State.DONE || t.state() == Trial.State.FAILED)
                .map(t -> new Observation(t.point(), t.outputs()))
                .toList();
    }

    /** Points that an optimizer is told are on the way: those that run, and all after that number. */
    private List<Values> pending(int after) {
        return trials.stream()
                .filter(t -> t.number() > after || t.state() == Trial.State.RUNNING)
                .map(Trial::point)
                .toList();
    }

    /** Whether every trial up to that number has ended. */
    private boolean ended(int upTo) {
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
