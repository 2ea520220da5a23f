package org.busbar.forecast;

import static org.busbar.forecast.Shop.act;
import static org.busbar.forecast.Shop.device;
import static org.busbar.forecast.Shop.devices;
import static org.busbar.forecast.Shop.dispense;
import static org.busbar.forecast.Shop.forecast;
import static org.busbar.forecast.Shop.pause;
import static org.busbar.forecast.Shop.pump;
import static org.busbar.forecast.Shop.repeat;
import static org.busbar.forecast.Shop.run;
import static org.busbar.forecast.Shop.seconds;
import static org.busbar.forecast.Shop.slots;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Terms;
import org.junit.jupiter.api.Test;

class DryRunTest {

    @Test
    void steps_of_a_run_take_one_after_the_other_as_long_as_is_expected() {
        Forecast forecast =
                forecast(run("r", dispense("a", "pump", 2), pause("b", 5), dispense("c", "pump", 3)), pump("pump"));
        assertEquals(seconds(10), forecast.duration());
        assertEquals(List.of("r a pump 0-2", "r b  2-7", "r c pump 7-10"), slots(forecast));
        assertEquals(List.of(), forecast.notes());
    }

    @Test
    void two_runs_share_a_device_first_come_first_served() {
        List<Run> runs = List.of(
                run("r", dispense("a", "pump", 2), dispense("b", "pump", 2)), run("s", dispense("a", "pump", 3)));
        Forecast forecast = DryRun.of(runs, 2, List.of(pump("pump")));
        assertEquals(List.of("r a pump 0-2", "s a pump 2-5", "r b pump 5-7"), slots(forecast));
    }

    @Test
    void a_run_of_higher_priority_is_served_first() {
        List<Run> runs = List.of(
                run("r", 0, dispense("a", "pump", 2)),
                run("s", 0, dispense("a", "pump", 3)),
                run("t", 7, pause("w", 1), dispense("a", "pump", 4)));
        Forecast forecast = DryRun.of(runs, 3, List.of(pump("pump")));
        assertEquals(List.of("t w  0-1", "r a pump 0-2", "t a pump 2-6", "s a pump 6-9"), slots(forecast));
    }

    @Test
    void as_many_runs_are_under_way_as_allowed_and_the_next_begins_when_one_ends() {
        List<Run> runs = List.of(run("r", pause("w", 4)), run("s", pause("w", 1)), run("t", pause("w", 2)));
        assertEquals(List.of("r w  0-4", "s w  0-1", "t w  1-3"), slots(DryRun.of(runs, 2, List.of())));
        assertEquals(seconds(7), DryRun.of(runs, 1, List.of()).duration());
        assertEquals(seconds(4), DryRun.of(runs, 99, List.of()).duration());
    }

    @Test
    void none_at_once_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> DryRun.of(List.of(), 0, List.of()));
    }

    @Test
    void no_runs_take_no_time() {
        Forecast forecast = DryRun.of(List.of(), 1, List.of(pump("pump")));
        assertEquals(new Forecast(Duration.ZERO, List.of(), "", Map.of(), List.of()), forecast);
    }

    @Test
    void two_devices_of_a_kind_halve_the_time() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            runs.add(run("r" + i, repeat("loop", 10, dispense("a", "", 1))));
        }
        assertEquals(seconds(80), DryRun.of(runs, 2, List.of(pump("p1"))).duration());
        assertEquals(
                seconds(40), DryRun.of(runs, 2, List.of(pump("p1"), pump("p2"))).duration());
    }

    @Test
    void of_free_devices_the_one_idle_longest_is_taken_by_name_if_equal() {
        Forecast forecast = forecast(
                run("r", act("a", "mix", ""), act("b", "mix", ""), act("c", "mix", ""), act("d", "mix", "")),
                device("m2", "mix", 1),
                device("m1", "mix", 1),
                device("m3", "mix", 1));
        assertEquals(Map.of("a", "m1", "b", "m2", "c", "m3", "d", "m1"), devices(forecast));
    }

    @Test
    void a_step_without_device_takes_one_that_accepts_its_inputs() {
        DryRun.Bench small = new DryRun.Bench(
                "a-small", List.of(Action.action("dispense").takes(Parameter.real("volume", "mL", 0, 1))));
        Forecast forecast = forecast(run("r", dispense("a", "", 5)), small, pump("big"));
        assertEquals(Map.of("a", "big"), devices(forecast));
    }

    @Test
    void a_step_without_device_waits_for_any_that_suits() {
        List<Run> runs = List.of(
                run("r", dispense("a", "p1", 9)), run("s", dispense("a", "p2", 4)), run("t", dispense("a", "", 1)));
        Forecast forecast = DryRun.of(runs, 3, List.of(pump("p1"), pump("p2")));
        assertTrue(slots(forecast).contains("t a p2 4-5"), () -> slots(forecast).toString());
    }

    @Test
    void positions_are_exclusive() {
        Terms bench = new Terms(Recovery.FAIL, Duration.ZERO, List.of("tray"));
        List<Run> runs = List.of(
                run("r", new Step.Act("a", "mix", "m1", Map.of(), bench)),
                run("s", new Step.Act("a", "mix", "m2", Map.of(), bench)));
        Forecast forecast = DryRun.of(runs, 2, List.of(device("m1", "mix", 3), device("m2", "mix", 3)));
        assertEquals(List.of("r a m1 0-3", "s a m2 3-6"), slots(forecast));
    }

    @Test
    void the_bottleneck_is_the_device_at_work_longest() {
        Forecast forecast = forecast(
                run("r", act("a", "mix", "m"), act("b", "weigh", "w"), act("c", "mix", "m"), pause("d", 99)),
                device("m", "mix", 3),
                device("w", "weigh", 5));
        assertEquals("m", forecast.bottleneck());
    }

    @Test
    void stocks_used_are_summed_up_in_the_unit_first_used() {
        Forecast forecast = forecast(
                run(
                        "r",
                        repeat("loop", 10, dispense("a", "pump", 0.1)),
                        new Step.Act("b", "dispense", "pump", Map.of("volume", Shop.constant(0.002, "L")))),
                pump("pump"));
        assertEquals(Map.of("water", Quantity.of(3, "mL")), forecast.uses());
    }

    @Test
    void a_device_not_at_hand_counts_a_minute_a_step_and_serves_one_at_a_time() {
        List<Run> runs = List.of(run("r", dispense("a", "ghost", 2)), run("s", dispense("a", "ghost", 2)));
        Forecast forecast = DryRun.of(runs, 2, List.of());
        assertEquals(List.of("r a ghost 0-60", "s a ghost 60-120"), slots(forecast));
        assertEquals("ghost", forecast.bottleneck());
        assertEquals(List.of("Sequence test, step a: ghost is not at hand: 1 min is counted"), forecast.notes());
    }

    @Test
    void an_action_nobody_has_counts_a_minute() {
        Forecast forecast = forecast(run("r", dispense("a", "", 2)), device("m", "mix", 3));
        assertEquals(List.of("r a any dispense 0-60"), slots(forecast));
        assertEquals(1, forecast.notes().size());
    }

    @Test
    void of_two_devices_of_one_name_the_first_counts() {
        Forecast forecast = forecast(run("r", act("a", "mix", "m")), device("m", "mix", 3), device("m", "mix", 8));
        assertEquals(seconds(3), forecast.duration());
    }

    @Test
    void a_hundred_thousand_passes_take_seconds_and_list_20_000_slots() {
        Run run = run("r", repeat("loop", 100_000, dispense("a", "pump", 1), dispense("b", "", 1), pause("c", 1)));
        Forecast forecast = assertTimeout(Duration.ofMinutes(2), () -> forecast(run, pump("pump"), pump("second")));
        assertEquals(seconds(300_000), forecast.duration());
        assertEquals(20_000, forecast.slots().size());
        assertEquals("loop[6667]/b", forecast.slots().get(19_999).step());
        assertEquals(Map.of("water", Quantity.of(200_000, "mL")), forecast.uses());
        assertEquals(
                List.of("The first 20000 of 300000 steps are listed; the others count in the duration, the bottleneck"
                        + " and what is used"),
                forecast.notes());
    }

    @Test
    void countless_passes_end_with_a_note() {
        Run run = run("r", repeat("outer", 1_000_000_000, repeat("inner", 1_000_000_000)));
        Forecast forecast = assertTimeout(Duration.ofMinutes(2), () -> forecast(run));
        assertEquals(List.of("Worked out up to here only: the runs go on after 2000000 steps"), forecast.notes());
    }

    @Test
    void the_same_input_gives_the_same_forecast() {
        assertEquals(busyLab(), busyLab());
        assertTrue(busyLab().slots().size() > 100);
    }

    private static Forecast busyLab() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Step left = repeat("left", 3, dispense("a", "", 1 + i % 3), act("b", "mix", ""));
            Step right = new Step.Use("use", List.of("p1", "m1"), List.of("tray"), List.of(dispense("c", "p1", 2)));
            runs.add(run("r" + i, i % 4, new Step.Parallel("both", List.of(List.of(left), List.of(right)))));
        }
        return DryRun.of(runs, 5, List.of(pump("p1"), pump("p2"), device("m1", "mix", 2), device("m2", "mix", 3)));
    }
}
