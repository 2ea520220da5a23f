package org.busbar.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Observation;

/** What a campaign knows beforehand: tables as they are, and the trials that earlier campaigns of the lab have done. */
final class Histories {

    private final Function<String, Standing> standings;

    /** @param standings throws IllegalArgumentException if there is no such campaign */
    Histories(Function<String, Standing> standings) {
        this.standings = standings;
    }

    /**
     * The campaign with its histories read.
     *
     * @throws IllegalArgumentException if one names no campaign, or lacks a parameter or objective or has it in another
     *     unit
     */
    Campaign read(Campaign campaign) {
        List<History> filled = new ArrayList<>();
        Likeness likeness = new Likeness(campaign.problem());
        for (History history : campaign.history()) {
            History full = history.campaign().isEmpty() ? history : of(history, campaign);
            for (int i = 0; i < full.observed().size(); i++) {
                likeness.check(
                        "history " + full.name() + ", " + (i + 1),
                        full.observed().get(i));
            }
            filled.add(full);
        }
        return campaign.knowing(filled);
    }

    private History of(History history, Campaign campaign) {
        Standing earlier = standings.apply(history.campaign());
        List<Observation> observed = earlier.trials().stream()
                .filter(trial -> trial.state() == Trial.State.DONE && campaign.trusts(trial.outputs()))
                .map(trial -> Learnt.of(point(earlier, trial, campaign), trial.outputs()))
                .toList();
        String name = history.name().isEmpty() ? history.campaign() : history.name();
        return new History(name, history.campaign(), observed);
    }

    /** The parameters of the new campaign; what the earlier one did not vary is what it had fixed. */
    private static Values point(Standing earlier, Trial trial, Campaign campaign) {
        Values all = earlier.campaign().fixed().with(trial.point());
        Values point = Values.none();
        for (Parameter parameter : campaign.problem().space().parameters()) {
            Value value = all.byName().get(parameter.name());
            point = value == null ? point : point.with(parameter.name(), value);
        }
        return point;
    }
}
