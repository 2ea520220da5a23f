package org.busbar.forecast;

import static org.busbar.forecast.Shop.act;
import static org.busbar.forecast.Shop.below;
import static org.busbar.forecast.Shop.constant;
import static org.busbar.forecast.Shop.device;
import static org.busbar.forecast.Shop.dispense;
import static org.busbar.forecast.Shop.forecast;
import static org.busbar.forecast.Shop.pause;
import static org.busbar.forecast.Shop.pump;
import static org.busbar.forecast.Shop.repeat;
import static org.busbar.forecast.Shop.run;
import static org.busbar.forecast.Shop.seconds;
import static org.busbar.forecast.Shop.slots;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Suspender;
import org.busbar.api.experiment.Terms;
import org.busbar.api.inventory.Effect;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class AssumptionsTest {

    private static Step again(String id, Input volume) {
        return new Step.Act(id, "dispense", "pump", Map.of("volume", volume));
    }

    private static DryRun.Bench bench(Action action) {
        return new DryRun.Bench("m", List.of(action));
    }

    @Test
    void a_duration_worked_out_with_an_assumed_value_is_told_once() {
        Step step = again("b", new Input.Output("a", "dispensed"));
        Forecast forecast = forecast(run("r", repeat("loop", 3, dispense("a", "pump", 1), step)), pump("pump"));
        assertEquals(seconds(3 * (1 + 3)), forecast.duration());
        assertEquals(
                List.of(
                        "Sequence test: the duration of loop/b is worked out with an assumed volume",
                        "Sequence test: what loop/b uses of water is worked out with an assumed volume"),
                forecast.notes());
    }

    @Test
    void an_assumed_value_that_does_not_suit_is_replaced_by_one_that_does() {
        Action open = Action.action("weigh").gives(Parameter.real("mass", "mL")).lasting(in -> seconds(1));
        Action narrow = Action.action("heat")
                .takes(Parameter.real("x", "mL", 4, 6))
                .lasting(in -> Duration.ofSeconds(Math.round(in.quantity("x").value())));
        Step heat = new Step.Act("b", "heat", "m", Map.of("x", new Input.Output("a", "mass")));
        Forecast forecast =
                forecast(run("r", act("a", "weigh", "m"), heat), new DryRun.Bench("m", List.of(open, narrow)));
        assertEquals(seconds(6), forecast.duration());
    }

    @Test
    void what_a_device_not_at_hand_would_give_is_assumed_too() {
        Step step = again("b", new Input.Output("a", "anything"));
        Forecast forecast = forecast(run("r", act("a", "look", "ghost"), step), pump("pump"));
        assertEquals(seconds(60 + 5), forecast.duration());
    }

    @Test
    void a_duration_that_cannot_be_worked_out_counts_a_minute() {
        Action broken = Action.action("mix").lasting(in -> {
            throw new IllegalStateException("no idea");
        });
        Forecast forecast = forecast(run("r", act("a", "mix", "m")), bench(broken));
        assertEquals(seconds(60), forecast.duration());
        assertTrue(forecast.notes().get(0).contains("no idea"), () -> forecast.notes()
                .toString());
    }

    @Test
    void a_duration_below_zero_or_beyond_belief_counts_a_minute() {
        Action negative = Action.action("mix").lasting(in -> seconds(-1));
        Action endless = Action.action("mix").lasting(in -> seconds(Long.MAX_VALUE));
        assertEquals(
                seconds(60),
                forecast(run("r", act("a", "mix", "m")), bench(negative)).duration());
        assertEquals(
                seconds(60),
                forecast(run("r", act("a", "mix", "m")), bench(endless)).duration());
    }

    @Test
    void a_use_that_cannot_be_worked_out_is_told_and_the_others_count() {
        Action odd = Action.action("mix")
                .affecting((in, out) -> List.of(
                        new Effect.Used("water", Quantity.of(2, "mL")), new Effect.Used("water", Quantity.of(3, "s"))));
        Forecast forecast = forecast(run("r", act("a", "mix", "m")), bench(odd));
        assertEquals(Map.of("water", Quantity.of(2, "mL")), forecast.uses());
        assertTrue(forecast.notes().get(0).contains("is not counted"), () -> forecast.notes()
                .toString());
    }

    @Test
    void effects_are_asked_for_as_before_an_action_with_no_outputs() {
        Action asking = Action.action("mix")
                .gives(Parameter.real("mass", "g"))
                .affecting(
                        (in, out) -> List.of(new Effect.Used(out.isEmpty() ? "before" : "after", Quantity.of(1, "g"))));
        Forecast forecast = forecast(run("r", act("a", "mix", "m")), bench(asking));
        assertEquals(Map.of("before", Quantity.of(1, "g")), forecast.uses());
    }

    @Test
    void refused_inputs_end_the_run_after_its_clean_up_and_the_next_run_begins() {
        Sequence sequence = new Sequence(
                "test",
                "1",
                List.of(),
                List.of(),
                List.of(dispense("a", "pump", 1), dispense("b", "pump", 99), dispense("c", "pump", 1)),
                List.of(pause("tidy", 7)),
                Map.of(),
                List.of(),
                List.of());
        Forecast forecast = DryRun.of(List.of(run("r", sequence), run("s", pause("w", 1))), 1, List.of(pump("pump")));
        assertEquals(List.of("r a pump 0-1", "r tidy  1-8", "s w  8-9"), slots(forecast));
        assertEquals(
                List.of("Run r, step b: would be refused: volume = 99 mL is above the limit of 10 mL"),
                forecast.notes());
        assertEquals(Map.of("water", Quantity.of(1, "mL")), forecast.uses());
    }

    @Test
    void a_run_that_fails_before_a_step_has_begun_has_nothing_to_clean_up() {
        Sequence sequence = new Sequence(
                "test",
                "1",
                List.of(),
                List.of(),
                List.of(dispense("b", "pump", 99)),
                List.of(pause("tidy", 7)),
                Map.of(),
                List.of(),
                List.of());
        assertEquals(Duration.ZERO, forecast(run("r", sequence), pump("pump")).duration());
    }

    @Test
    void a_failure_within_a_nested_sequence_cleans_up_the_run() {
        Sequence inner = new Sequence(
                "inner",
                "1",
                List.of(),
                List.of(),
                List.of(pause("w", 1), dispense("b", "pump", 99)),
                List.of(pause("never", 50)),
                Map.of(),
                List.of(),
                List.of());
        Sequence outer = new Sequence(
                "outer",
                "1",
                List.of(),
                List.of(),
                List.of(new Step.Nested("n", inner, Map.of()), pause("late", 30)),
                List.of(pause("tidy", 7)),
                Map.of(),
                List.of(),
                List.of());
        Forecast forecast = forecast(run("r", outer), pump("pump"));
        assertEquals(List.of("r n/w  0-1", "r tidy  1-8"), slots(forecast));
    }

    @Test
    void a_run_without_failure_is_not_cleaned_up() {
        Sequence sequence = new Sequence(
                "test",
                "1",
                List.of(),
                List.of(),
                List.of(pause("w", 1)),
                List.of(pause("tidy", 7)),
                Map.of(),
                List.of(),
                List.of());
        assertEquals(seconds(1), forecast(run("r", sequence)).duration());
    }

    @Test
    void a_step_to_be_ignored_is_passed_over_when_it_would_be_refused() {
        Terms ignore = new Terms(Recovery.IGNORE, Duration.ZERO, List.of());
        Step bad = new Step.Act("b", "dispense", "pump", Map.of("volume", constant(99, "mL")), ignore);
        Forecast forecast = forecast(run("r", bad, dispense("c", "pump", 1)), pump("pump"));
        assertEquals(List.of("r c pump 0-1"), slots(forecast));
        assertEquals(1, forecast.notes().size());
    }

    @Test
    void a_failing_branch_ends_the_others_and_gives_back_what_is_kept() {
        Step use = new Step.Use("use", List.of("pump"), List.of(), List.of(pause("v", 2), dispense("bad", "pump", 99)));
        Step waits = dispense("starved", "pump", 1);
        Step works = repeat("loop", 10, act("mix", "mix", "m"));
        Step all = new Step.Parallel("all", List.of(List.of(use), List.of(waits), List.of(works)));
        List<Run> runs = List.of(run("r", all, pause("never", 1)), run("s", dispense("a", "pump", 4)));
        Forecast forecast = DryRun.of(runs, 1, List.of(pump("pump"), device("m", "mix", 5)));
        assertEquals(List.of("r v  0-2", "r loop[1]/mix m 0-5", "s a pump 5-9"), slots(forecast));
    }

    @Test
    void an_action_the_device_lacks_would_be_refused() {
        Forecast forecast = forecast(run("r", act("a", "fly", "pump")), pump("pump"));
        assertEquals(
                List.of("Run r, step a: would be refused: pump has no action fly, only [dispense]"), forecast.notes());
    }

    @Test
    void a_run_whose_own_inputs_are_wrong_does_nothing() {
        Sequence sequence =
                new Sequence("test", "1", List.of(Parameter.real("x", "mL", 0, 1)), List.of(pause("w", 1)), Map.of());
        Forecast forecast = forecast(new Run("r", sequence, Values.of("x", Quantity.of(2, "mL")), "test"));
        assertEquals(Duration.ZERO, forecast.duration());
        assertEquals(List.of("Run r: would be refused: x = 2 mL is above the limit of 1 mL"), forecast.notes());
    }

    @Test
    void a_wait_for_a_channel_counts_all_of_its_time() {
        Condition hot = below(constant(60, "Cel"), new Input.Reading("oven", "temperature"));
        Step wait = new Step.Wait("w", constant(10, "min"), Optional.of(hot), seconds(1));
        Forecast forecast = forecast(run("r", wait));
        assertEquals(seconds(600), forecast.duration());
        assertEquals(
                List.of("Sequence test, step w: whether its condition holds is not known: all of its time is counted"),
                forecast.notes());
    }

    @Test
    void a_wait_for_what_holds_takes_no_time_and_for_what_never_does_fails_the_run() {
        Condition holds = below(constant(1, "s"), constant(1, "min"));
        Condition never = below(constant(1, "min"), constant(1, "s"));
        Step passes = new Step.Wait("w", constant(9, "s"), Optional.of(holds), seconds(1));
        Step fails = new Step.Wait("x", constant(9, "s"), Optional.of(never), seconds(1));
        Forecast forecast = forecast(run("r", passes, fails, pause("y", 5)));
        assertEquals(List.of("r w  0-0", "r x  0-9"), slots(forecast));
        assertEquals(
                List.of("Run r, step x: would be refused: its condition does not hold after 9 s"), forecast.notes());
    }

    @Test
    void a_time_that_is_none_would_be_refused() {
        Forecast forecast = forecast(run("r", pause("w", -1)));
        assertEquals(
                List.of("Run r, step w: would be refused: time = -1 s is below the limit of 0 s"), forecast.notes());
    }

    @Test
    void passes_that_are_no_whole_number_would_be_refused() {
        Step loop = new Step.Repeat("loop", constant(1.5, "1"), Optional.empty(), List.of(pause("w", 1)));
        Forecast forecast = forecast(run("r", loop));
        assertEquals(
                List.of("Run r, step loop: would be refused: times = 1.5 is not a whole number"), forecast.notes());
    }

    @Test
    void a_person_is_not_waited_for() {
        Step ask = new Step.Ask("ask", "Colour?", List.of(Parameter.real("volume", "mL", 1, 3)));
        Forecast forecast = forecast(run("r", ask, again("a", new Input.Output("ask", "volume"))), pump("pump"));
        assertEquals(List.of("r ask  0-0", "r a pump 0-2"), slots(forecast));
        assertEquals(
                "Sequence test, step ask: waits for a person: not counted",
                forecast.notes().get(0));
    }

    @Test
    void an_analysis_takes_no_time_and_gives_assumed_values() {
        Capability fit = new Capability("fit", List.of(), List.of(Parameter.real("volume", "mL", 6, 8)));
        Run run = run(
                "r",
                new Step.Analyse("a", "fit", Map.of(), Terms.DEFAULT),
                again("b", new Input.Output("a", "volume")));
        Forecast forecast = DryRun.of(
                List.of(run), 1, List.of(pump("pump")), id -> Optional.of(fit).filter(one -> id.equals("fit")));
        assertEquals(List.of("r b pump 0-7"), slots(forecast));
    }

    @Test
    void an_analysis_not_at_hand_is_told_and_the_run_goes_on() {
        Step analyse = new Step.Analyse("a", "fit", Map.of(), Terms.DEFAULT);
        Forecast forecast = forecast(run("r", analyse, again("b", new Input.Output("a", "volume"))), pump("pump"));
        assertEquals(seconds(5), forecast.duration());
        assertEquals(
                "Sequence test, step a: the analysis fit is not at hand: nothing is known of what it gives",
                forecast.notes().get(0));
    }

    @Test
    void an_analysis_refuses_what_it_would_not_take() {
        Capability fit = new Capability("fit", List.of(Parameter.real("x", "mL", 0, 1)), List.of());
        Run run = run("r", new Step.Analyse("a", "fit", Map.of("x", constant(5, "mL")), Terms.DEFAULT), pause("w", 1));
        Forecast forecast = DryRun.of(List.of(run), 1, List.of(), id -> Optional.of(fit));
        assertEquals(Duration.ZERO, forecast.duration());
    }

    @Test
    void an_optimizer_suggests_the_middle_of_the_space_or_the_first_candidate() {
        Space space = Space.of(Parameter.real("volume", "mL", 2, 8));
        Space listed = new Space(space.parameters(), List.of(Values.of("volume", Quantity.of(7, "mL"))));
        assertEquals(seconds(5), suggested(space).duration());
        assertEquals(seconds(7), suggested(listed).duration());
    }

    private static Forecast suggested(Space space) {
        Problem problem = new Problem(space, List.of(new Objective("y", Objective.Goal.MAXIMIZE)));
        Step suggest = new Step.Suggest("s", "random", problem, List.of(), Map.of());
        return forecast(run("r", suggest, again("a", new Input.Output("s", "volume"))), pump("pump"));
    }

    @Test
    void interlocks_and_suspenders_are_assumed_to_hold() {
        Condition cold = below(new Input.Reading("oven", "temperature"), constant(60, "Cel"));
        Sequence sequence = new Sequence(
                "test",
                "1",
                List.of(),
                List.of(),
                List.of(pause("w", 1)),
                List.of(),
                Map.of(),
                List.of(cold),
                List.of(new Suspender(cold, seconds(5))));
        assertEquals(
                List.of("Sequence test: its interlocks and suspenders are assumed to hold"),
                forecast(run("r", sequence)).notes());
    }

    @Test
    void a_channel_read_as_an_input_is_assumed() {
        Action level = Action.action("level")
                .gives(Parameter.real("level", "mL", 3, 5))
                .reading();
        DryRun.Bench pump = new DryRun.Bench("pump", List.of(Shop.dispense(), level));
        Forecast forecast = forecast(run("r", again("a", new Input.Reading("pump", "level"))), pump);
        assertEquals(seconds(4), forecast.duration());
    }
}
