package org.busbar.analyses.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class CyclingFeaturesTest implements AnalysisContract {

    private static final double ALL = new Cell(0).charge(Cell.HIGH) - new Cell(0).charge(Cell.LOW);

    private final CyclingFeatures analysis = new CyclingFeatures();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(
                new Cell(0).cycles(3).withSteps(),
                Tables.arbin("2017-05-09_test-TC-contact_CH33.csv"),
                Tables.arbin("FastCharge_000025_CH8.csv"),
                AcceptanceTest.maccor());
    }

    @Test
    void each_example_has_its_charts() throws IOException {
        for (Values inputs : examples()) {
            assertEquals(
                    List.of("voltage", "current", "capacity", "efficiency"),
                    analysis.charts(inputs, analysis.apply(inputs)).stream()
                            .map(Chart::name)
                            .toList());
        }
    }

    @Test
    void capacity_of_a_known_cell_with_and_without_the_columns_of_cycle_and_step() {
        Cell cell = new Cell(0).cycles(3);
        for (Values inputs : List.of(cell.values(), cell.withCycles(), cell.withSteps())) {
            Values found = analysis.apply(inputs);
            assertArrayEquals(new double[] {1, 2, 3}, Tables.column(found, "full_cycle"));
            assertArrayEquals(new double[] {ALL, ALL, ALL}, Tables.column(found, "charge_capacity"), 0.02 * ALL);
            assertArrayEquals(new double[] {1, 1, 1}, Tables.column(found, "coulombic_efficiency"), 0.01);
        }
        Values exact = analysis.apply(cell.withSteps());
        assertArrayEquals(new double[] {ALL, ALL, ALL}, Tables.column(exact, "charge_capacity"), 1e-9);
        assertArrayEquals(new double[] {ALL, ALL, ALL}, Tables.column(exact, "discharge_capacity"), 1e-9);
        assertArrayEquals(new double[] {1, 1, 1}, Tables.column(exact, "energy_efficiency"), 1e-6);
        assertArrayEquals(energy(), Tables.column(exact, "charge_energy"), 1e-5);
    }

    /** Integral of V dQ, by parts: V Q less the integral of Q dV, which is that of the logistic functions. */
    private static double[] energy() {
        Cell cell = new Cell(0);
        double integral = Cell.WIDTH
                * (soft((Cell.HIGH - 3.4) / Cell.WIDTH)
                        - soft((Cell.LOW - 3.4) / Cell.WIDTH)
                        + 2 * soft((Cell.HIGH - 3.8) / Cell.WIDTH)
                        - 2 * soft((Cell.LOW - 3.8) / Cell.WIDTH));
        double energy = Cell.HIGH * cell.charge(Cell.HIGH) - Cell.LOW * cell.charge(Cell.LOW) - integral;
        return new double[] {energy, energy, energy};
    }

    private static double soft(double x) {
        return x > 30 ? x : Math.log1p(Math.exp(x));
    }

    @Test
    void a_gain_is_common_to_both_halves_and_an_offset_is_not() {
        Values inputs = new Cell(0).cycles(1).withSteps();
        Values gain = analysis.apply(inputs.with("current_gain_uncertainty", Quantity.of(0.01, "1")));
        assertEquals(0.01 * ALL, Tables.column(gain, "charge_capacity_u")[0], 2e-4);
        assertTrue(Tables.column(gain, "coulombic_efficiency_u")[0] < 0.01);
        Values offset = analysis.apply(inputs.with("current_gain_uncertainty", Quantity.of(0, "1"))
                .with("current_offset_uncertainty", Quantity.of(5, "mA")));
        assertEquals(0.02, Tables.column(offset, "coulombic_efficiency_u")[0], 1e-3);
    }

    @Test
    void a_cycle_cut_off_is_not_among_the_full_ones() {
        Cell cell =
                new Cell(0).cycles(2).charge(3, Cell.HIGH).rest(3, Cell.HIGH).discharge(3, 3.7);
        Values found = analysis.apply(cell.withSteps());
        assertArrayEquals(new double[] {1, 2}, Tables.column(found, "full_cycle"));
        assertEquals(3, Tables.column(found, "cycle").length);
        assertTrue(quality(found).has("truncated"));
    }

    @Test
    void more_out_than_in_is_flagged() {
        Cell cell = new Cell(0).charge(1, 3.7).discharge(1, Cell.LOW).rest(1, Cell.LOW);
        Quality quality = quality(analysis.apply(cell.withSteps()));
        assertTrue(quality.has("efficiency_above_one"), quality::toString);
        assertEquals(Level.SUSPICIOUS, quality.level());
    }

    @Test
    void a_counter_that_differs_by_one_percent_is_flagged() throws IOException {
        Values inputs = Tables.arbin("2017-05-09_test-TC-contact_CH33.csv");
        double[] counter = Arrays.stream(Tables.column(inputs, "charge_counter"))
                .map(c -> 1.01 * c)
                .toArray();
        assertTrue(quality(analysis.apply(inputs.with("charge_counter", Series.of("A.h", counter))))
                .has("counter_differs"));
    }

    @Test
    void rows_out_of_order_are_put_in_order_and_flagged() throws IOException {
        Values inputs = Tables.arbin("2017-05-09_test-TC-contact_CH33.csv");
        Values swapped = inputs;
        for (String name : inputs.names()) {
            double[] column = Tables.column(inputs, name);
            swapped = Tables.with(Tables.with(swapped, name, 100, column[101]), name, 101, column[100]);
        }
        Values expected = analysis.apply(inputs);
        Values found = analysis.apply(swapped);
        assertTrue(quality(found).has("time_not_increasing"));
        assertEquals(Level.SUSPICIOUS, quality(found).level());
        assertEquals(expected.get("charge_throughput"), found.get("charge_throughput"));
    }

    @Test
    void a_time_that_starts_again_in_each_step_is_rejected() {
        Values inputs = new Cell(0).cycles(2).withSteps();
        double[] time = Tables.column(inputs, "test_time");
        double[] restarted =
                Arrays.stream(time).map(t -> t % (time[time.length - 1] / 4)).toArray();
        assertEquals(
                Level.REJECTED,
                quality(analysis.apply(inputs.with("test_time", Series.of("s", restarted))))
                        .level());
    }

    @Test
    void a_current_of_zero_while_the_voltage_moves_has_lost_its_resolution() {
        Values inputs = new Cell(0).cycles(1).withCycles();
        Values found = analysis.apply(
                inputs.with("current", Series.of("A", new double[Tables.column(inputs, "voltage").length])));
        assertTrue(quality(found).has("resolution_lost"));
        assertEquals(Level.REJECTED, quality(found).level());
        assertEquals(0, Tables.column(found, "charge_capacity").length);
    }

    @Test
    void a_long_gap_where_a_step_begins_is_flagged_and_widens_the_uncertainty() {
        Values inputs = new Cell(0).cycles(1).withSteps();
        double[] time = Tables.column(inputs, "test_time");
        double[] current = Tables.column(inputs, "current");
        int begin = 0;
        while (current[begin] >= 0) {
            begin++;
        }
        for (int i = begin; i < time.length; i++) {
            time[i] += 3600;
        }
        Values found = analysis.apply(inputs.with("test_time", Series.of("s", time)));
        assertTrue(quality(found).has("step_boundary_without_sample"));
        assertTrue(Tables.column(found, "discharge_capacity_u")[0] > Cell.CURRENT / Math.sqrt(12));
        assertFalse(quality(analysis.apply(inputs)).has("efficiency_above_one"));
    }

    /** A rest with a row each 600 s, whose last row is 590 s old when the charge begins with a row each 10 s. */
    @Test
    void a_rest_without_a_last_row_goes_on_to_the_first_of_the_charge() {
        Values found = analysis.apply(Values.of("test_time", Series.of("s", 0, 600, 1200, 1790, 1800, 1810))
                .with("voltage", Series.of("V", 3.6, 3.6, 3.6, 3.7, 3.7, 3.7))
                .with("current", Series.of("A", 0, 0, 0, 1.8, 1.8, 1.8))
                .with("step", Series.of("1", 1, 1, 1, 2, 2, 2)));
        assertEquals(0.01, found.quantity("charge_throughput").value(), 1e-12);
        assertTrue(found.quantity("charge_throughput").uncertainty() > 0.08);
        assertEquals(Level.SUSPICIOUS, quality(found).level());
    }

    /** The same with a last row when the rest ends: the current is that of the charge from there on. */
    @Test
    void a_step_begins_where_the_one_before_wrote_its_last_row() {
        Values found = analysis.apply(Values.of("test_time", Series.of("s", 0, 600, 1200, 1790, 1800, 1810))
                .with("voltage", Series.of("V", 3.6, 3.6, 3.6, 3.6, 3.7, 3.7))
                .with("current", Series.of("A", 0, 0, 0, 0, 1.8, 1.8))
                .with("step", Series.of("1", 1, 1, 1, 1, 2, 2)));
        assertEquals(0.01, found.quantity("charge_throughput").value(), 1e-12);
    }

    @Test
    void units_do_not_matter() {
        Values inputs = new Cell(0).cycles(2).withSteps();
        Values other = inputs.with("test_time", Series.of("h", scaled(inputs, "test_time", 1 / 3600.0)))
                .with("voltage", Series.of("mV", scaled(inputs, "voltage", 1000)))
                .with("current", Series.of("mA", scaled(inputs, "current", 1000)));
        assertArrayEquals(
                Tables.column(analysis.apply(inputs), "charge_capacity"),
                Tables.column(analysis.apply(other), "charge_capacity"),
                1e-9);
    }

    private static double[] scaled(Values inputs, String name, double factor) {
        return Arrays.stream(Tables.column(inputs, name)).map(x -> x * factor).toArray();
    }

    private static Quality quality(Values found) {
        return Quality.of(found).orElseThrow();
    }
}
