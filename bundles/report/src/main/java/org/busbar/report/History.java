package org.busbar.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.Journal;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;

/**
 * Everything the journal holds about one campaign that a report tells.
 *
 * @param end its last event, or the end of its last step if that was later
 * @param steps every step of its runs that has ended
 */
record History(Standing standing, Instant end, List<Swapped> swaps, List<Performed> steps) {

    History {
        swaps = List.copyOf(swaps);
        steps = List.copyOf(steps);
    }

    static History read(Standing standing, Journal journal) {
        List<Performed> steps = new ArrayList<>();
        for (Trial trial : standing.trials()) {
            steps.addAll(Performed.of(journal.of(trial.request()), journal.of("run-" + trial.request())));
        }
        List<Recorded> own = journal.of(standing.id());
        return new History(standing, end(standing, own, steps), Swapped.of(own), steps);
    }

    private static Instant end(Standing standing, List<Recorded> own, List<Performed> steps) {
        Instant end = standing.begun();
        for (Recorded recorded : own) {
            end = later(end, recorded.event().time());
        }
        for (Performed step : steps) {
            end = later(end, step.provenance().ended());
        }
        return end;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    /** From the beginning to the end. */
    Duration elapsed() {
        return Duration.between(standing.begun(), end);
    }

    /** The plug-ins that suggested the points or did the steps, each version once, in the order of appearance. */
    Set<Agent> agents() {
        Set<Agent> agents = new LinkedHashSet<>();
        standing.trials().forEach(trial -> {
            agents.add(trial.suggestedBy());
            agents.addAll(trial.grounds().parts());
        });
        steps.forEach(step -> agents.add(step.provenance().agent()));
        return agents;
    }
}
