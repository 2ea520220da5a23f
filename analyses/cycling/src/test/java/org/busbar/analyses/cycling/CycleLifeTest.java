package org.busbar.analyses.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class CycleLifeTest implements AnalysisContract {

    private final CycleLife analysis = new CycleLife();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() {
        return List.of(
                cells(250, n -> 2 - 0.002 * n), cells(60, n -> 2 - 0.002 * n), cells(40, n -> 2), cells(1, n -> 1));
    }

    /** Cycles from 0 with these capacities, A.h, known to .1 % of gain and 1 mA.h. */
    static Values cells(int cycles, IntToDoubleFunction capacity) {
        double[] capacities = IntStream.range(0, cycles).mapToDouble(capacity).toArray();
        return Values.of(
                        "full_cycle",
                        Series.of(
                                "1", IntStream.range(0, cycles).asDoubleStream().toArray()))
                .with("full_cycle_capacity", Series.of("A.h", capacities))
                .with(
                        "full_cycle_capacity_u",
                        Series.of(
                                "A.h",
                                IntStream.range(0, cycles)
                                        .mapToDouble(i -> Math.hypot(1e-3 * capacities[i], 1e-3))
                                        .toArray()));
    }

    @Test
    void the_charts_have_their_names() {
        for (Values inputs : examples()) {
            assertEquals(
                    List.of("retention"),
                    analysis.charts(inputs, analysis.apply(inputs)).stream()
                            .map(Chart::name)
                            .toList());
        }
    }

    /** 2 - .002 n A.h reaches .8 * 2 A.h at n = 200, and .8005 at 199.5. */
    @Test
    void the_end_of_life_is_interpolated() {
        Values inputs = cells(250, n -> 2 - 0.002 * n);
        assertArrayEquals(new double[] {200}, Tables.column(analysis.apply(inputs), "end_of_life"), 1e-6);
        Values found = analysis.apply(inputs.with("end_of_life_fraction", Quantity.of(80.05, "%")));
        assertArrayEquals(new double[] {199.5}, Tables.column(found, "end_of_life"), 1e-6);
        double retention = Math.hypot(1e-3 / 1.6, 1e-3 / 2) * 0.8;
        assertArrayEquals(new double[] {retention / 0.001}, Tables.column(found, "end_of_life_u"), 0.01);
        assertEquals(Level.OK, Quality.of(found).orElseThrow().level());
    }

    @Test
    void the_end_of_life_not_yet_reached_is_extrapolated_and_flagged() {
        Random noise = new Random(5);
        Values found = analysis.apply(cells(80, n -> 2 - 0.002 * n + 5e-4 * noise.nextGaussian()));
        double end = Tables.column(found, "end_of_life")[0];
        double error = Tables.column(found, "end_of_life_u")[0];
        assertEquals(200, end, 3 * error);
        assertTrue(error > 0.3 && error < 10, () -> "error " + error);
        assertTrue(Quality.of(found).orElseThrow().has("extrapolated"));
        assertEquals(Level.SUSPICIOUS, Quality.of(found).orElseThrow().level());
    }

    @Test
    void a_cell_that_does_not_fade_has_no_end_of_life() {
        Random noise = new Random(6);
        Values found = analysis.apply(cells(80, n -> 2 + 5e-4 * noise.nextGaussian()));
        assertEquals(0, Tables.column(found, "end_of_life").length);
        assertTrue(Quality.of(found).orElseThrow().has("end_of_life_not_seen"));
    }

    @Test
    void a_single_bad_cycle_is_no_end_of_life() {
        Values found = analysis.apply(cells(250, n -> n == 50 ? 1 : 2 - 0.002 * n));
        assertArrayEquals(new double[] {200}, Tables.column(found, "end_of_life"), 1e-6);
    }

    @Test
    void formation_is_left_out_and_the_gain_cancels_in_retention() {
        Values found =
                analysis.apply(cells(10, n -> n < 2 ? 3 : 2 - 0.01 * n).with("formation_cycles", Quantity.of(2, "1")));
        assertEquals(1.98, found.quantity("initial_capacity").value(), 1e-12);
        assertEquals(1.91 / 1.98, found.quantity("state_of_health").value(), 1e-12);
        assertEquals(
                1.91 / 1.98 * Math.hypot(1e-3 / 1.91, 1e-3 / 1.98),
                found.quantity("state_of_health").uncertainty(),
                1e-9);
    }

    @Test
    void health_against_a_nominal_capacity_keeps_the_gain() {
        Values found =
                analysis.apply(cells(10, n -> 2 - 0.01 * n).with("nominal_capacity", Quantity.of(2000, 20, "mA.h")));
        Quantity health = found.quantity("state_of_health");
        assertEquals(1.91 / 2, health.value(), 1e-12);
        assertEquals(Math.hypot(Math.hypot(1e-3, 1e-3 / 1.91), 0.01) * 1.91 / 2, health.uncertainty(), 1e-9);
    }

    @Test
    void takes_what_cycling_gives() {
        Values cycling = new CyclingFeatures().apply(new Cell(0).cycles(3).withSteps());
        Values inputs = Values.none();
        for (String name : List.of("full_cycle", "full_cycle_capacity", "full_cycle_capacity_u")) {
            inputs = inputs.with(name, cycling.get(name));
        }
        assertEquals(1, analysis.apply(inputs).quantity("state_of_health").value(), 1e-9);
    }
}
