package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.Objective;

/**
 * The best trial in words.
 *
 * @param value the first objective with unit and uncertainty
 * @param point the formulation, a text per dimension
 * @param others the other objectives, a text each
 */
record Headline(String output, String value, List<String> point, List<String> others, int trial, String optimizer) {

    /** Empty if there is no best trial yet. */
    static Optional<Headline> of(Standing standing) {
        return standing.best().map(best -> of(standing, best));
    }

    private static Headline of(Standing standing, Trial best) {
        List<Objective> objectives = standing.campaign().problem().objectives();
        List<String> others = new ArrayList<>();
        for (Objective objective : objectives.subList(1, objectives.size())) {
            others.add(objective.output() + " " + value(best, objective));
        }
        Objective first = objectives.get(0);
        return new Headline(
                first.output(),
                value(best, first),
                point(standing, best),
                others,
                best.number(),
                best.suggestedBy().id());
    }

    /** What a trial gave for an objective, as text. */
    static String value(Trial trial, Objective objective) {
        Optional<Quantity> value = Measured.value(trial, objective);
        return value.isPresent() ? Numbers.of(value.get()) : "–";
    }

    /** What an objective was expected to be before the trial, as text. */
    static String expected(Trial trial, Objective objective) {
        Value value = trial.grounds().expected().byName().get(objective.output());
        return value == null ? "–" : Numbers.of(value);
    }

    /** Where a trial was, a text per dimension. */
    static List<String> point(Standing standing, Trial trial) {
        List<String> point = new ArrayList<>();
        for (Parameter parameter : standing.campaign().problem().space().parameters()) {
            Value value = trial.point().get(parameter.name());
            point.add(parameter.name() + " " + Numbers.of(parameter, value));
        }
        return point;
    }
}
