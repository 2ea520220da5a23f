package org.busbar.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class MeritTest {

    private static final Fidelity FIDELITY = new Fidelity(
            "method",
            List.of(new Fidelity.Level(new Text("simulation"), 1), new Fidelity.Level(new Text("experiment"), 20)));
    private static final Limit DENSE = new Limit("density", Limit.Bound.AT_LEAST, Quantity.of(95, "%"));

    private static Merit merit(List<Limit> limits, Optional<Fidelity> fidelity) {
        Problem problem = new Problem(
                Space.of(Parameter.choice("method", "simulation", "experiment")),
                List.of(new Objective("k", Objective.Goal.MAXIMIZE)),
                limits,
                fidelity);
        return new Merit(new Campaign(
                "c",
                "k",
                List.of(),
                problem,
                Values.none(),
                9,
                1,
                "o",
                List.of(),
                1,
                false,
                Optional.of(new Campaign.Target("k", Quantity.of(5, "mS/cm"))),
                Values.none(),
                List.of(),
                Quality.Level.SUSPICIOUS));
    }

    private static Trial trial(int number, String method, double k, Quantity density) {
        Values outputs = Values.of("k", Quantity.of(k, "mS/cm")).with("density", density);
        return new Trial(
                number,
                Values.of("method", new Text(method)),
                Agent.named("o"),
                "r",
                Trial.State.DONE,
                outputs,
                "",
                Grounds.UNKNOWN);
    }

    private static final List<Trial> TRIALS = List.of(
            trial(1, "experiment", 6, Quantity.of(0.9, "1")),
            trial(2, "simulation", 9, Quantity.of(0.99, "1")),
            trial(3, "experiment", 4, Quantity.of(0.96, "1")),
            trial(4, "experiment", 5.5, Quantity.of(95, "%")));

    @Test
    void what_is_rejected_is_never_the_best_nor_reaches_the_target() {
        Merit merit = merit(List.of(), Optional.empty());
        List<Trial> trials = List.of(
                judged(1, 9, Quality.ok().flag(Quality.Level.REJECTED, "kk_violation: 1.5 % at 6 Hz")),
                judged(2, 6, Quality.ok().flag(Quality.Level.SUSPICIOUS, "kk_suspicious: 0.7")),
                judged(3, 5, Quality.ok()));
        assertEquals(2, merit.best(trials).orElseThrow().number());
        assertTrue(merit.reached(trials).orElseThrow().startsWith("trial 2 reached"));
    }

    private static Trial judged(int number, double k, Quality quality) {
        Trial trial = trial(number, "experiment", k, Quantity.of(99, "%"));
        return new Trial(
                number,
                trial.point(),
                trial.suggestedBy(),
                trial.request(),
                trial.state(),
                trial.outputs().with("quality", quality.text()),
                "",
                trial.grounds());
    }

    @Test
    void what_breaks_a_limit_is_never_the_best_nor_reaches_the_target() {
        Merit merit = merit(List.of(DENSE), Optional.empty());
        assertEquals(2, merit.best(TRIALS).orElseThrow().number());
        assertTrue(merit.reached(TRIALS).orElseThrow().startsWith("trial 2 reached"));
        assertTrue(merit.reached(TRIALS.subList(0, 1)).isEmpty());
        assertTrue(
                merit.best(List.of(trial(1, "experiment", 9, Quantity.of(99, "V"))))
                        .isEmpty(),
                "another unit");
    }

    @Test
    void only_the_level_that_counts_is_counted() {
        Merit merit = merit(List.of(), Optional.of(FIDELITY));
        assertEquals(1, merit.best(TRIALS).orElseThrow().number());
        assertEquals(
                4,
                merit(List.of(DENSE), Optional.of(FIDELITY))
                        .best(TRIALS)
                        .orElseThrow()
                        .number());
        assertTrue(merit.reached(TRIALS.subList(1, 3)).isEmpty());
    }
}
