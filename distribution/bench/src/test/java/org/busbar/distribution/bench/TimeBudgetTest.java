package org.busbar.distribution.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.distribution.bench.TimeBudget.Kind;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Recorded> events = new ArrayList<>();

    private static Instant at(double seconds) {
        return BEGIN.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private void add(LabEvent event) {
        events.add(new Recorded(events.size() + 1, event));
    }

    private void begin(int parallel, boolean reproducible) {
        Problem problem = new Problem(
                Space.of(Parameter.whole("n", 1, 9)), List.of(new Objective("schwefel", Objective.Goal.MINIMIZE)));
        add(new LabEvent.CampaignBegun(
                BEGIN,
                "c",
                new Campaign(
                        "c",
                        "schwefel",
                        List.of(),
                        problem,
                        Values.none(),
                        9,
                        parallel,
                        "forest",
                        List.of(),
                        1,
                        reproducible)));
    }

    private void suggested(double seconds, int number) {
        Values point = Values.of("n", Quantity.of(number, "1"));
        add(new LabEvent.TrialSuggested(
                at(seconds), "c", number, point, Agent.named("forest"), "c-" + number, Grounds.UNKNOWN));
    }

    private void step(String action, double from, double to) {
        Provenance made = new Provenance("s", Agent.named("cell-1"), action, Values.none(), at(from), at(to));
        add(new LabEvent.StepEnded(at(to), "run-c-1", "s", new Outcome.Done(Values.none(), made)));
    }

    private void resolved(double seconds, int number) {
        Request request = new Request("c-" + number, "schwefel", List.of(), Values.none(), "campaign:c");
        Result result = new Result(request, "lab", "droplet_cell", Values.none(), List.of(), at(seconds));
        add(new LabEvent.Resolved(at(seconds), result));
    }

    private TimeBudget end(double seconds) {
        add(new LabEvent.CampaignEnded(at(seconds), "c", Campaign.State.COMPLETED, ""));
        Collections.shuffle(events, new Random(1));
        return TimeBudget.of(events);
    }

    @Test
    void steps_are_added_up_by_what_they_are() {
        begin(1, false);
        suggested(0.5, 1);
        step("moveToWaste", 1, 3);
        step("removeDroplet", 3, 7);
        step("moveToSample", 7, 8);
        step("touchDown", 8, 8.25);
        step("measure", 9, 19);
        step("liftUp", 19, 19.25);
        step("polish", 20, 22);
        resolved(22, 1);
        TimeBudget budget = end(23);
        assertEquals(3.5, budget.seconds(Kind.MOTION));
        assertEquals(4, budget.seconds(Kind.DROPLET_HANDLING));
        assertEquals(10, budget.seconds(Kind.MEASUREMENT));
        assertEquals(2, budget.seconds(Kind.OTHER));
        assertEquals(0.5, budget.seconds(Kind.LEARNING));
        assertEquals(0.5, budget.share(Kind.MEASUREMENT));
        assertEquals(Duration.ofSeconds(23), budget.elapsed());
        assertEquals(1 / 23.0, budget.rate());
    }

    @Test
    void learning_counts_from_when_there_was_room_and_the_last_suggestion_was_made() {
        begin(2, false);
        suggested(1, 1); // 1 s
        suggested(3, 2); // 2 s, as the optimizer was busy until 1 s
        resolved(10, 2);
        resolved(11, 1);
        suggested(14, 3); // 4 s since trial 2 had ended
        suggested(15, 4); // 1 s
        assertEquals(8, end(20).seconds(Kind.LEARNING));
    }

    @Test
    void a_reproducible_campaign_also_has_to_wait_for_the_trials_it_learns_from() {
        begin(2, true);
        suggested(1, 1);
        suggested(2, 2);
        resolved(5, 2);
        resolved(10, 1);
        suggested(11, 3); // trial 3 learns from trial 1, which ended at 10 s
        resolved(12, 3);
        suggested(13, 4); // and trial 4 from the first two
        assertEquals(1 + 1 + 1 + 2, end(20).seconds(Kind.LEARNING));
    }

    @Test
    void it_is_that_of_a_campaign_that_has_ended() {
        begin(1, false);
        assertThrows(IllegalArgumentException.class, () -> TimeBudget.of(events));
    }
}
