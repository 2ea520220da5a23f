package org.busbar.report;

import static org.busbar.api.Parameter.real;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Objective.Goal;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;

/** Records made by hand for the tests. */
final class Made {

    static final Instant BEGUN = Instant.parse("2026-03-02T08:00:00Z");

    static final Space PLANE = Space.of(
            real("pc_share", "1", 0, 1), real("salt_molality", "mol/kg", 0.2, 2).by(0.01));

    private Made() {}

    static Instant at(double seconds) {
        return BEGUN.plusNanos(Math.round(seconds * 1e9));
    }

    static Campaign campaign(Goal goal, Space space, int trials) {
        return new Campaign(
                "electrolyte",
                "conductivity",
                List.of("impedance"),
                new Problem(space, List.of(new Objective("conductivity", goal))),
                Values.of("temperature", Quantity.of(20, "Cel")),
                trials,
                1,
                "random",
                List.of(),
                42);
    }

    static Standing standing(Campaign campaign, List<Trial> trials, Optional<Trial> best) {
        Campaign.State state = Campaign.State.COMPLETED;
        return new Standing(
                "c-1",
                campaign,
                state,
                "forest",
                "all trials are done",
                BEGUN,
                trials,
                best,
                Values.none(),
                campaign.problem().space(),
                Optional.empty());
    }

    /** A campaign over the plane without any step in its history. */
    static History history(Goal goal, Trial... trials) {
        Standing standing = standing(campaign(goal, PLANE, trials.length + 1), List.of(trials), Optional.empty());
        return new History(standing, at(100), List.of(), List.of());
    }

    static Values point(double share, double molality) {
        return Values.of("pc_share", Quantity.of(share, "1")).with("salt_molality", Quantity.of(molality, "mol/kg"));
    }

    static Trial done(int number, String optimizer, Values point, Value conductivity) {
        Values outputs = Values.of("conductivity", conductivity);
        return new Trial(
                number, point, agent(optimizer), "r-" + number, Trial.State.DONE, outputs, "", Grounds.UNKNOWN);
    }

    /** The same trial, suggested for a reason. */
    static Trial because(Trial trial, Quantity expected, double exploration, String reason) {
        Grounds grounds = new Grounds(
                Values.of("conductivity", expected),
                exploration,
                reason,
                Map.of("length scale of x", "0.3"),
                List.of(agent("gp")),
                Values.none(),
                7,
                List.of(),
                "ab");
        return new Trial(
                trial.number(),
                trial.point(),
                trial.suggestedBy(),
                trial.request(),
                trial.state(),
                trial.outputs(),
                trial.reason(),
                grounds);
    }

    static Trial done(int number, Quantity conductivity) {
        return done(number, "random", point(0.5, 1), conductivity);
    }

    static Trial lost(int number, Trial.State state, String reason) {
        return new Trial(
                number, point(0.1, 0.3), agent("random"), "r-" + number, state, Values.none(), reason, Grounds.UNKNOWN);
    }

    static Agent agent(String id) {
        return new Agent(id, "org.example." + id, "1.2.0", "0123456789abcdef".repeat(4), Map.of());
    }

    /** A step of a trial, from and to seconds after the beginning. */
    static Provenance step(String name, double from, double to) {
        return new Provenance(name, agent(name + "-device"), name + "-action", Values.none(), at(from), at(to));
    }

    static Study study(double factor, double low, double high) {
        return new Study(
                "forest",
                100,
                50,
                5,
                List.of(new Study.Target("the best row", 50.5, 50.5 / factor, factor, low, high)),
                List.of(5.0, 5.5, 5.8),
                List.of(5.0, 6.0, 6.9));
    }
}
