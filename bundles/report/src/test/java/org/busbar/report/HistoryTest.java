package org.busbar.report;

import static org.busbar.report.Made.at;
import static org.busbar.report.Made.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.optimize.Objective.Goal;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final MemoryJournal journal = new MemoryJournal();

    private History read(Trial... trials) {
        Standing standing =
                Made.standing(Made.campaign(Goal.MAXIMIZE, Made.PLANE, 10), List.of(trials), Optional.empty());
        return History.read(standing, journal);
    }

    private void ended(String run, Outcome outcome) {
        Provenance of = outcome.provenance();
        journal.append(new LabEvent.StepEnded(of.ended(), run, of.step(), outcome));
    }

    private void resolved(String id, Provenance... steps) {
        Request request = new Request(id, "conductivity", List.of(), Values.none(), "campaign:c-1");
        Result result = new Result(request, "lab", "impedance", Values.none(), List.of(steps), at(50));
        journal.append(new LabEvent.Resolved(at(50), result));
    }

    @Test
    void a_step_in_the_run_and_in_the_result_counts_once_with_its_lab_time() {
        Values outputs = Values.of("duration", Quantity.of(2, "min"));
        ended("run-r-1", new Outcome.Done(outputs, step("mix", 0, 10)));
        resolved("r-1", step("mix", 0, 10), step("fit", 10, 11));
        List<Performed> steps = read(Made.done(1, Quantity.of(7, "mS/cm"))).steps();
        assertEquals(List.of("mix", "fit"), names(steps));
        assertEquals(120, steps.get(0).lab(), 1e-9);
        assertEquals(Double.NaN, steps.get(1).lab());
    }

    @Test
    void steps_that_failed_or_were_repeated_count_as_well() {
        ended("run-r-1", new Outcome.Unknown("unplugged", step("mix", 0, 10)));
        ended("run-r-1", new Outcome.Done(Values.none(), step("mix", 20, 30)));
        ended("run-r-1", new Outcome.Failed("no liquid", step("measure", 30, 31)));
        assertEquals(
                List.of("mix", "mix", "measure"),
                names(read(Made.lost(1, Trial.State.FAILED, "no liquid")).steps()));
    }

    @Test
    void a_duration_that_is_no_time_is_no_lab_time() {
        Values outputs = Values.of("duration", Quantity.of(2, "mL"));
        ended("run-r-1", new Outcome.Done(outputs, step("mix", 0, 10)));
        assertEquals(
                Double.NaN,
                read(Made.done(1, Quantity.of(7, "mS/cm"))).steps().get(0).lab());
    }

    @Test
    void a_swap_is_placed_between_the_trials() {
        suggested(1);
        suggested(2);
        journal.append(new LabEvent.OptimizerSwapped(at(5), "c-1", "random", "forest", "ann", Values.none()));
        suggested(3);
        assertEquals(List.of(new Swapped(2, at(5), "random", "forest", "ann")), read().swaps());
    }

    private void suggested(int number) {
        journal.append(new LabEvent.TrialSuggested(
                at(number), "c-1", number, Made.point(0, 1), Made.agent("random"), "r-" + number, Grounds.UNKNOWN));
    }

    @Test
    void it_ends_with_its_last_event_or_step() {
        suggested(1);
        assertEquals(at(1), read().end());
        ended("run-r-1", new Outcome.Done(Values.none(), step("mix", 0, 10)));
        assertEquals(at(10), read(Made.done(1, Quantity.of(7, "mS/cm"))).end());
    }

    @Test
    void without_events_it_has_not_lasted() {
        assertEquals(Made.BEGUN, read().end());
    }

    @Test
    void everybody_who_took_part_is_named_once() {
        resolved("r-1", step("mix", 0, 10));
        resolved("r-2", step("mix", 10, 20));
        History history = read(Made.done(1, Quantity.of(7, "mS/cm")), Made.done(2, Quantity.of(7, "mS/cm")));
        assertEquals(
                List.of("random", "mix-device"),
                history.agents().stream().map(agent -> agent.id()).toList());
    }

    @Test
    void the_surrogates_and_acquisitions_that_took_part_are_named_too() {
        Trial trial = Made.because(Made.done(1, Quantity.of(7, "mS/cm")), Quantity.of(6, 1, "mS/cm"), 0.5, "why");
        assertEquals(
                List.of("random", "gp"),
                read(trial).agents().stream().map(agent -> agent.id()).toList());
    }

    private static List<String> names(List<Performed> steps) {
        return steps.stream().map(step -> step.provenance().step()).toList();
    }
}
