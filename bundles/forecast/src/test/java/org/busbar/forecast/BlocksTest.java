package org.busbar.forecast;

import static org.busbar.forecast.Shop.act;
import static org.busbar.forecast.Shop.below;
import static org.busbar.forecast.Shop.constant;
import static org.busbar.forecast.Shop.device;
import static org.busbar.forecast.Shop.devices;
import static org.busbar.forecast.Shop.dispense;
import static org.busbar.forecast.Shop.forecast;
import static org.busbar.forecast.Shop.pause;
import static org.busbar.forecast.Shop.pump;
import static org.busbar.forecast.Shop.repeat;
import static org.busbar.forecast.Shop.role;
import static org.busbar.forecast.Shop.run;
import static org.busbar.forecast.Shop.seconds;
import static org.busbar.forecast.Shop.sequence;
import static org.busbar.forecast.Shop.slots;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static Step parallel(Step... branches) {
        return new Step.Parallel("both", Arrays.stream(branches).map(List::of).toList());
    }

    private static Step.Choose choose(Condition condition, Step then, Step otherwise) {
        return new Step.Choose("way", condition, List.of(then), List.of(otherwise));
    }

    @Test
    void branches_go_on_at_the_same_time_and_the_next_step_waits_for_all() {
        Forecast forecast = forecast(
                run("r", parallel(act("a", "mix", "m1"), act("b", "mix", "m2"), pause("c", 1)), pause("d", 1)),
                device("m1", "mix", 3),
                device("m2", "mix", 5));
        assertEquals(List.of("r a m1 0-3", "r b m2 0-5", "r c  0-1", "r d  5-6"), sorted(slots(forecast)));
        assertEquals(seconds(6), forecast.duration());
    }

    @Test
    void branches_on_one_device_take_turns() {
        Forecast forecast =
                forecast(run("r", parallel(act("a", "mix", "m"), act("b", "mix", "m"))), device("m", "mix", 3));
        assertEquals(List.of("r a m 0-3", "r b m 3-6"), slots(forecast));
    }

    @Test
    void a_parallel_without_branches_takes_no_time() {
        assertEquals(seconds(2), forecast(run("r", parallel(), pause("w", 2))).duration());
    }

    @Test
    void paths_tell_passes_and_nested_sequences() {
        Step.Nested nested = new Step.Nested("inner", sequence(repeat("deep", 2, pause("w", 1))), Map.of());
        Forecast forecast = forecast(run("r", repeat("grid", 2, nested)));
        assertEquals(
                List.of(
                        "r grid[1]/inner/deep[1]/w  0-1",
                        "r grid[1]/inner/deep[2]/w  1-2",
                        "r grid[2]/inner/deep[1]/w  2-3",
                        "r grid[2]/inner/deep[2]/w  3-4"),
                slots(forecast));
    }

    @Test
    void a_loop_of_no_passes_would_be_refused() {
        Forecast forecast = forecast(run("r", repeat("loop", 0, pause("w", 1)), pause("v", 1)));
        assertEquals(Duration.ZERO, forecast.duration());
        assertEquals(
                List.of("Run r, step loop: would be refused: times = 0 is below the limit of 1"), forecast.notes());
    }

    @Test
    void a_loop_ends_when_its_condition_is_known_to_hold() {
        Input three = constant(3, "1");
        Step inner = new Step.Repeat("inner", three, Optional.empty(), List.of(pause("w", 1)));
        Condition known = new Condition(new Input.Output("inner", "passes"), Condition.Relation.EQUAL, three);
        Step outer = new Step.Repeat("outer", constant(100, "1"), Optional.of(known), List.of(inner));
        Forecast forecast = forecast(run("r", outer));
        assertEquals(seconds(3), forecast.duration());
        assertEquals(List.of(), forecast.notes());
    }

    @Test
    void a_loop_whose_end_is_not_known_counts_all_passes_and_says_so() {
        Condition unknown = below(new Input.Output("a", "dispensed"), constant(100, "mL"));
        Step loop = new Step.Repeat("loop", constant(4, "1"), Optional.of(unknown), List.of(dispense("a", "pump", 1)));
        Forecast forecast = forecast(run("r", loop), pump("pump"));
        assertEquals(seconds(4), forecast.duration());
        assertEquals(
                List.of("Sequence test, step loop: when its condition will hold is not known: all passes are counted"),
                forecast.notes());
    }

    @Test
    void what_the_pass_before_gave_is_seen_and_the_first_value_in_the_first_pass() {
        Input before = new Input.Previous("inner", "passes", Quantity.of(5, "1"));
        Step inner = new Step.Repeat("inner", before, Optional.empty(), List.of(pause("w", 1)));
        Sequence sequence = sequence(
                repeat("outer", 2, inner),
                new Step.Repeat(
                        "after", new Input.Output("inner", "passes"), Optional.empty(), List.of(pause("v", 1))));
        assertEquals(seconds(15), forecast(run("r", sequence)).duration());
    }

    @Test
    void a_choice_on_constants_goes_the_right_way() {
        Step way = choose(below(constant(1, "L"), constant(5, "mL")), pause("long", 9), pause("short", 1));
        Forecast forecast = forecast(run("r", way));
        assertEquals(seconds(1), forecast.duration());
        assertEquals(List.of(), forecast.notes());
    }

    @Test
    void a_choice_on_an_input_of_the_run_goes_the_right_way() {
        Step way = choose(below(new Input.Given("t"), constant(30, "Cel")), pause("long", 9), pause("short", 1));
        Sequence sequence = new Sequence("test", "1", List.of(Parameter.real("t", "Cel")), List.of(way), Map.of());
        Run run = new Run("r", sequence, Values.of("t", Quantity.of(40, "Cel")), "test");
        assertEquals(seconds(1), forecast(run).duration());
    }

    @Test
    void a_choice_that_cannot_be_decided_goes_the_longer_way_and_says_so() {
        Condition unknown = below(new Input.Reading("pump", "level"), constant(1, "mL"));
        Step loop = repeat("loop", 3, dispense("a", "pump", 2));
        Forecast otherwise = forecast(run("r", choose(unknown, pause("w", 5), loop)), pump("pump"));
        Forecast then = forecast(run("r", choose(unknown, loop, pause("w", 5))), pump("pump"));
        assertEquals(seconds(6), otherwise.duration());
        assertEquals(seconds(6), then.duration());
        assertEquals(Map.of("water", Quantity.of(6, "mL")), then.uses());
        assertEquals(
                List.of("Sequence test, step way: whether its condition holds is not known: the way that takes longer"
                        + " is counted"),
                then.notes());
    }

    @Test
    void values_of_incomparable_kinds_would_be_refused() {
        Step way = choose(below(constant(1, "L"), constant(5, "s")), pause("a", 1), pause("b", 1));
        Forecast forecast = forecast(run("r", way, pause("c", 1)));
        assertEquals(Duration.ZERO, forecast.duration());
        assertTrue(forecast.notes().get(0).contains("would be refused: "), () -> forecast.notes()
                .toString());
    }

    @Test
    void a_role_is_played_by_one_device_for_the_whole_run() {
        Sequence sequence = sequence(
                List.of(role("mixer", "mix")), act("a", "mix", "mixer"), act("b", "mix", ""), act("c", "mix", "mixer"));
        Forecast forecast = forecast(run("r", sequence), device("m1", "mix", 1), device("m2", "mix", 1));
        assertEquals(Map.of("a", "m1", "b", "m2", "c", "m1"), devices(forecast));
    }

    @Test
    void a_role_goes_to_a_device_that_meets_its_needs() {
        Role needy = new Role("doser", List.of("dispense"), Map.of("volume", Quantity.of(5, "mL")));
        DryRun.Bench small = new DryRun.Bench(
                "a-small", List.of(Action.action("dispense").takes(Parameter.real("volume", "mL", 0, 1))));
        Forecast forecast = forecast(run("r", sequence(List.of(needy), dispense("a", "doser", 1))), small, pump("big"));
        assertEquals(Map.of("a", "big"), devices(forecast));
    }

    @Test
    void a_role_nobody_can_play_counts_a_minute() {
        Sequence sequence = sequence(List.of(role("mixer", "mix")), act("a", "mix", "mixer"));
        Forecast forecast = forecast(run("r", sequence), pump("pump"));
        assertEquals(List.of("r a mixer 0-60"), slots(forecast));
        assertEquals(List.of("Sequence test, step a: mixer is not at hand: 1 min is counted"), forecast.notes());
    }

    @Test
    void what_a_use_keeps_is_kept_between_its_steps() {
        Step use = new Step.Use("use", List.of("m"), List.of(), List.of(act("a", "mix", "m"), pause("w", 5)));
        List<Run> runs = List.of(run("r", use), run("s", act("a", "mix", "m")));
        Forecast forecast = DryRun.of(runs, 2, List.of(device("m", "mix", 2)));
        assertEquals(List.of("r a m 0-2", "r w  2-7", "s a m 7-9"), slots(forecast));
    }

    @Test
    void runs_that_use_the_same_devices_in_another_order_do_not_block_each_other() {
        List<Step> work = List.of(act("a", "mix", "m1"), act("b", "mix", "m2"));
        List<Run> runs = List.of(
                run("r", repeat("loop", 50, new Step.Use("use", List.of("m1", "m2"), List.of("x", "y"), work))),
                run("s", repeat("loop", 50, new Step.Use("use", List.of("m2", "m1"), List.of("y", "x"), work))));
        Forecast forecast = DryRun.of(runs, 2, List.of(device("m1", "mix", 1), device("m2", "mix", 1)));
        assertEquals(seconds(200), forecast.duration());
        assertEquals(List.of(), forecast.notes());
    }

    @Test
    void a_use_is_served_in_its_turn_although_others_keep_one_of_its_devices_busy() {
        Step use = new Step.Use("use", List.of("m1", "m2"), List.of(), List.of(act("c", "mix", "m1")));
        List<Run> runs = List.of(
                run("r", repeat("loop", 20, act("a", "mix", "m1"))),
                run("s", repeat("loop", 20, act("a", "mix", "m2"))),
                run("t", use));
        Forecast forecast = DryRun.of(runs, 3, List.of(device("m1", "mix", 2), device("m2", "mix", 3)));
        assertTrue(slots(forecast).contains("t c m1 3-5"), () -> slots(forecast).toString());
    }

    @Test
    void a_use_gives_each_role_a_device_of_its_own() {
        Step use = new Step.Use(
                "use",
                List.of("any", "weigher"),
                List.of(),
                List.of(parallel(act("a", "mix", "any"), act("b", "weigh", "weigher"))));
        Sequence sequence = sequence(List.of(role("any", "mix"), role("weigher", "mix", "weigh")), use);
        DryRun.Bench both = new DryRun.Bench(
                "a-both",
                List.of(
                        Action.action("mix").lasting(in -> seconds(1)),
                        Action.action("weigh").lasting(in -> seconds(1))));
        Forecast forecast = forecast(run("r", sequence), both, device("mixer", "mix", 1));
        assertEquals(Map.of("a", "mixer", "b", "a-both"), devices(forecast));
    }

    @Test
    void two_runs_with_roles_get_a_device_each() {
        Step use = new Step.Use("use", List.of("mixer"), List.of(), List.of(act("a", "mix", "mixer"), pause("w", 5)));
        Sequence sequence = sequence(List.of(role("mixer", "mix")), use);
        List<Run> runs = List.of(run("r", sequence), run("s", sequence), run("t", sequence));
        Forecast forecast = DryRun.of(runs, 3, List.of(device("m1", "mix", 1), device("m2", "mix", 1)));
        assertEquals(seconds(12), forecast.duration());
        assertEquals(
                List.of("r a m1 0-1", "r w  1-6", "s a m2 0-1", "s w  1-6", "t a m1 6-7", "t w  7-12"),
                sorted(slots(forecast)));
    }

    @Test
    void a_use_that_can_never_be_served_is_told() {
        Step use = new Step.Use("use", List.of("one", "other"), List.of(), List.of(pause("w", 1)));
        Sequence sequence = sequence(List.of(role("one", "mix"), role("other", "mix")), use);
        Forecast forecast =
                DryRun.of(List.of(run("r", sequence), run("s", pause("w", 1))), 1, List.of(device("m", "mix", 1)));
        assertEquals(
                List.of("Run r, step use: would wait for ever for m and m", "1 runs would never begin"),
                forecast.notes());
    }

    @Test
    void a_nested_sequence_has_names_of_its_own_and_gives_its_outputs() {
        Sequence inner = new Sequence(
                "inner",
                "1",
                List.of(Parameter.real("x", "mL")),
                List.of(new Step.Act("a", "dispense", "pump", Map.of("volume", new Input.Given("x")))),
                Map.of("x", new Input.Given("x")));
        Forecast forecast = forecast(
                run(
                        "r",
                        new Step.Nested("a", inner, Map.of("x", constant(3, "mL"))),
                        new Step.Act("b", "dispense", "pump", Map.of("volume", new Input.Output("a", "x")))),
                pump("pump"));
        assertEquals(List.of("r a/a pump 0-3", "r b pump 3-6"), slots(forecast));
        assertEquals(List.of(), forecast.notes());
    }

    @Test
    void a_role_of_a_nested_sequence_is_another_than_that_of_the_same_name_around() {
        Role mixer = role("mixer", "mix");
        Sequence inner = sequence(List.of(mixer), act("a", "mix", "mixer"));
        Sequence outer = sequence(
                List.of(mixer), act("a", "mix", "mixer"), repeat("loop", 2, new Step.Nested("n", inner, Map.of())));
        Forecast forecast = forecast(run("r", outer), device("m1", "mix", 1), device("m2", "mix", 1));
        assertEquals(Map.of("a", "m1", "loop[1]/n/a", "m2", "loop[2]/n/a", "m2"), devices(forecast));
    }

    private static List<String> sorted(List<String> slots) {
        return slots.stream().sorted().toList();
    }
}
