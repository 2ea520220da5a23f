package org.busbar.drivers.simfurnace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatTest {

    private static final double COOL = 80 + Heat.KELVIN;

    private record Second(Firing.Stage stage, Heat heat, double target) {}

    private static List<Second> fire(double celsius, double rampPerMinute, double holdMinutes) {
        Firing firing = new Firing(celsius + Heat.KELVIN, rampPerMinute / 60, holdMinutes * 60, "air");
        List<Second> seconds = new ArrayList<>();
        Firing.Progress progress = Firing.Progress.begin();
        Heat heat = Heat.cold();
        while (progress.stage() != Firing.Stage.DONE) {
            progress = firing.after(progress, heat, COOL);
            heat = heat.after(progress.target());
            seconds.add(new Second(progress.stage(), heat, progress.target()));
        }
        return seconds;
    }

    private static List<Second> during(List<Second> all, Firing.Stage stage) {
        return all.stream().filter(second -> second.stage() == stage).toList();
    }

    @Test
    void a_ramp_is_followed_with_a_lag() {
        List<Second> ramp = during(fire(900, 5, 10), Firing.Stage.HEAT);
        assertEquals(875 / 5.0 * 60, ramp.size(), 600);
        Second middle = ramp.get(ramp.size() / 2);
        double behind = middle.target() - middle.heat().pellet();
        assertTrue(behind > 0 && behind < 20, behind + " K");
    }

    @Test
    void the_temperature_overshoots_a_little_and_is_held_within_a_kelvin_then() {
        List<Second> hold = during(fire(900, 10, 240), Firing.Stage.HOLD);
        double highest = hold.stream()
                .mapToDouble(second -> second.heat().celsius())
                .max()
                .orElseThrow();
        assertTrue(highest > 900.5 && highest < 925, highest + " Cel");
        hold.subList(2 * 3600, hold.size())
                .forEach(second -> assertEquals(900, second.heat().celsius(), 1));
    }

    @Test
    void the_heater_gives_no_more_than_it_can_and_nothing_while_it_cools() {
        List<Second> all = fire(1100, 20, 0);
        assertTrue(all.stream()
                .allMatch(second ->
                        second.heat().power() <= Heat.MOST && second.heat().power() >= 0));
        assertTrue(during(all, Firing.Stage.COOL).stream()
                .allMatch(second -> second.heat().power() == 0));
        assertTrue(during(all, Firing.Stage.COOL).size() > 2 * 3600, "a furnace cools for hours");
        assertEquals(80, all.get(all.size() - 1).heat().celsius(), 0.1);
    }

    @Test
    void the_gas_flows_before_it_heats() {
        assertEquals(
                Firing.PURGE,
                during(fire(200, 20, 0), Firing.Stage.PURGE).stream()
                        .filter(second -> second.heat().power() == 0)
                        .count(),
                1);
    }
}
