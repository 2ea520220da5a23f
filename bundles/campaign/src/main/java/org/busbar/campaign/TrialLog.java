package org.busbar.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
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
                "",
                event.grounds());
        trials.add(trial);
        return trial;
    }

    /** Takes down how the trial with that request ended; true if it belongs here and was running. */
    boolean ended(String request, Trial.State state, Values outputs, String reason) {
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            if (trial.request().equals(request) && trial.state() == Trial.State.RUNNING) {
                Trial end = in(state, trial, outputs, reason);
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
                Trial now = in(state, old, outputs, reason);
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

    /** Those that have ended, in the order in which they did. */
    List<Trial> ended() {
        return List.copyOf(ended);
    }

    List<Trial> open() {
        return trials.stream().filter(t -> t.state() == Trial.State.RUNNING).toList();
    }

    /**
     * The numbers of the trials whose outcome the next question does not tell: those that run, and in a reproducible
     * campaign all that may still run; empty while there is no room for a trial, or it has to wait for one.
     */
    Optional<List<Integer>> withheld(Campaign campaign) {
        int room = Math.min(campaign.parallel() - running(), campaign.trials() - size());
        int known = campaign.reproducible() ? Math.max(0, size() + 1 - campaign.parallel()) : size();
        return room <= 0 || campaign.reproducible() && !ended(known) ? Optional.empty() : Optional.of(pending(known));
    }

    /** The numbers of the trials that run. */
    List<Integer> pending() {
        return pending(size());
    }

    private List<Integer> pending(int known) {
        return trials.stream()
                .filter(t -> t.number() > known || t.state() == Trial.State.RUNNING)
                .map(Trial::number)
                .toList();
    }

    /** The source of randomness of the next question. */
    long seed(Campaign campaign) {
        return campaign.seed() * 1_000_003 + size();
    }

    /**
     * The question for one more trial. One at a time: each suggestion knows of the one before, and the journal of each
     * before the next.
     *
     * @param campaign in the space of now
     * @param pending the numbers of the trials whose outcome it does not tell
     */
    Question question(Campaign campaign, List<Integer> pending, Values settings, long seed) {
        List<Values> points = trials.stream()
                .filter(trial -> pending.contains(trial.number()))
                .map(Trial::point)
                .toList();
        return new Question(
                campaign.problem(), observed(campaign, pending), points, 1, seed, settings, campaign.history());
    }

    /** What came of the other trials, in the order of the suggestions; those that run or were given up are left out. */
    private List<Observation> observed(Campaign campaign, List<Integer> pending) {
        return trials.stream()
                .filter(t -> !pending.contains(t.number()))
                .filter(t -> t.state() == Trial.State.DONE || t.state() == Trial.State.FAILED)
                .map(t -> campaign.trusts(t.outputs()) ? Learnt.of(t) : Observation.failed(t.point()))
                .toList();
    }

    /** Whether every trial up to that number has ended. */
    private boolean ended(int upTo) {
        return trials.subList(0, upTo).stream().noneMatch(t -> t.state() == Trial.State.RUNNING);
    }

    private static Trial in(Trial.State state, Trial old, Values outputs, String reason) {
        return new Trial(
                old.number(), old.point(), old.suggestedBy(), old.request(), state, outputs, reason, old.grounds());
    }
}
