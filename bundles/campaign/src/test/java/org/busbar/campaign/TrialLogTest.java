package org.busbar.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class TrialLogTest {

    private static final Values POINT = Values.of("x", Quantity.of(0.5, "1"));
    private static final Values VIOLATION = Values.of("k", Quantity.of(9, "mS/cm"))
            .with(
                    "quality",
                    Quality.ok()
                            .flag(Quality.Level.REJECTED, "kk_violation: 1.5 % at 6 Hz")
                            .text());

    @Test
    void tells_an_optimizer_of_a_rejected_result_as_of_a_failed_trial() {
        assertEquals(List.of(Observation.failed(POINT)), told(Quality.Level.SUSPICIOUS));
    }

    @Test
    void tells_of_a_rejected_result_if_that_is_asked_for() {
        assertEquals(List.of(new Observation(POINT, VIOLATION)), told(Quality.Level.REJECTED));
    }

    private static List<Observation> told(Quality.Level trusted) {
        TrialLog log = new TrialLog();
        log.suggested(
                new LabEvent.TrialSuggested(Instant.EPOCH, "c", 1, POINT, Agent.named("o"), "r", Grounds.UNKNOWN));
        log.ended("r", Trial.State.DONE, VIOLATION, "");
        return log.question(campaign(trusted), List.of(), Values.none(), 1).observed();
    }

    private static Campaign campaign(Quality.Level trusted) {
        Problem problem = new Problem(
                Space.of(Parameter.real("x", "1", 0, 1)),
                List.of(new Objective("k", Objective.Goal.MAXIMIZE)),
                List.of(),
                Optional.empty());
        return new Campaign(
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
                Optional.empty(),
                Values.none(),
                List.of(),
                trusted);
    }
}
