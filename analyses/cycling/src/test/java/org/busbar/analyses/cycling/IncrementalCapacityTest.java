package org.busbar.analyses.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class IncrementalCapacityTest implements AnalysisContract {

    private static final double[] PEAKS = {3.4, 3.8};
    /** Of a logistic function of that width by 9 points 1 mV apart: 59/30 h^2 of the third derivative. */
    private static final double FLATTENED = 1 - 59.0 / 30 * 1e-6 / (2 * Cell.WIDTH * Cell.WIDTH);

    private static final double[] HEIGHTS = {FLATTENED / 4 / Cell.WIDTH, 2 * FLATTENED / 4 / Cell.WIDTH};

    private final IncrementalCapacity analysis = new IncrementalCapacity();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        Values cell = new Cell(0).cycles(2).withCycles();
        return List.of(
                cell,
                cell.with("half", new Text("discharge")).with("chosen_cycle", Quantity.of(2, "1")),
                Tables.arbin("2017-05-09_test-TC-contact_CH33.csv").byName().entrySet().stream()
                        .filter(entry ->
                                List.of("test_time", "voltage", "current").contains(entry.getKey()))
                        .reduce(
                                Values.none(),
                                (values, entry) -> values.with(entry.getKey(), entry.getValue()),
                                Values::with));
    }

    @Test
    void each_example_has_its_charts() throws Exception {
        for (Values inputs : examples()) {
            assertEquals(
                    List.of("dq-dv", "dv-dq", "peaks"),
                    analysis.charts(inputs, analysis.apply(inputs)).stream()
                            .map(Chart::name)
                            .toList());
        }
    }

    @Test
    void peaks_of_logistic_functions_are_where_and_as_high_as_they_are() throws InterruptedException {
        Values cell = new Cell(0).cycles(1).values();
        for (String half : List.of("charge", "discharge")) {
            Values found = analysis.apply(cell.with("half", new Text(half)));
            assertArrayEquals(PEAKS, Tables.column(found, "peak_voltage"), 2e-5);
            assertArrayEquals(HEIGHTS, Tables.column(found, "peak_height"), 2e-3 * HEIGHTS[0]);
            assertTrue(quality(found).flags().stream().allMatch(flag -> flag.startsWith("current_accuracy_missing")));
        }
    }

    @Test
    void both_derivatives_are_those_of_the_closed_form() throws InterruptedException {
        Cell cell = new Cell(0).cycles(1);
        Values found = analysis.apply(cell.values());
        double[] voltage = Tables.column(found, "grid_voltage");
        double[] slope = Tables.column(found, "incremental_capacity");
        for (int i = 10; i < voltage.length - 10; i++) {
            assertEquals(cell.slope(voltage[i]), slope[i], 0.003 * HEIGHTS[1], "at " + voltage[i]);
        }
        double[] charge = Tables.column(found, "differential_voltage_charge");
        double[] inverse = Tables.column(found, "differential_voltage");
        int middle = 0;
        while (charge[middle] < 2) {
            middle++;
        }
        assertEquals(1 / HEIGHTS[1], inverse[middle], 0.01 / HEIGHTS[1]);
        assertTrue(charge.length < voltage.length);
    }

    /** Rows are not in order of voltage then; errors of 20 draws are as their standard uncertainty says. */
    @Test
    void noise_of_the_voltage_moves_the_peaks_as_their_uncertainty_says() throws InterruptedException {
        Values cell = new Cell(0).charge(1, Cell.HIGH).values();
        double squares = 0;
        for (int seed = 0; seed < 20; seed++) {
            Values found = analysis.apply(noisy(cell, seed).with("least_prominence", Quantity.of(0.3, "1")));
            double[] peaks = Tables.column(found, "peak_voltage");
            double[] errors = Tables.column(found, "peak_voltage_u");
            assertEquals(2, peaks.length);
            for (int i = 0; i < 2; i++) {
                assertEquals(PEAKS[i], peaks[i], 0.012);
                squares += Math.pow((peaks[i] - PEAKS[i]) / errors[i], 2) / 40;
            }
        }
        double scatter = Math.sqrt(squares);
        assertTrue(scatter > 0.4 && scatter < 1.5, () -> "in standard uncertainties: " + scatter);
    }

    private static Values noisy(Values cell, int seed) {
        Random random = new Random(seed);
        return cell.with(
                "voltage",
                Series.of(
                        "V",
                        Arrays.stream(Tables.column(cell, "voltage"))
                                .map(v -> v + 3e-4 * random.nextGaussian())
                                .toArray()));
    }

    @Test
    void a_hold_at_constant_voltage_adds_no_peak() throws InterruptedException {
        Cell cell = new Cell(0).charge(1, Cell.HIGH);
        Values without = cell.values();
        int rows = Tables.column(without, "voltage").length;
        double last = Tables.column(without, "test_time")[rows - 1];
        double[][] held = new double[3][rows + 100];
        for (int i = 0; i < rows + 100; i++) {
            held[0][i] = i < rows ? Tables.column(without, "test_time")[i] : last + 10 * (i - rows + 1);
            held[1][i] = i < rows ? Tables.column(without, "voltage")[i] : Cell.HIGH;
            held[2][i] = i < rows ? Cell.CURRENT : Cell.CURRENT * Math.exp(-(i - rows) / 30.0);
        }
        Values with = Values.of("test_time", Series.of("s", held[0]))
                .with("voltage", Series.of("V", held[1]))
                .with("current", Series.of("A", held[2]));
        assertEquals(
                analysis.apply(without).get("incremental_capacity"),
                analysis.apply(with).get("incremental_capacity"));
    }

    @Test
    void peaks_that_move_are_followed() throws InterruptedException {
        Values found = analysis.apply(moving(0.01));
        assertArrayEquals(new double[] {1, 2, 3, 1, 2, 3}, Tables.column(found, "track_cycle"));
        assertArrayEquals(new double[] {1, 1, 1, 2, 2, 2}, Tables.column(found, "track_peak"));
        assertArrayEquals(new double[] {3.4, 3.41, 3.42, 3.8, 3.81, 3.82}, Tables.column(found, "track_voltage"), 5e-5);
        assertEquals(2, Tables.column(analysis.apply(moving(0.06)), "track_cycle").length);
    }

    /** Charges of three cycles, each with the peaks farther up by {@code step}, V. */
    private static Values moving(double step) {
        Values all = new Cell(0).charge(1, Cell.HIGH).withCycles();
        for (int cycle = 2; cycle <= 3; cycle++) {
            Values next = new Cell(step * (cycle - 1)).charge(cycle, Cell.HIGH).withCycles();
            double[] time = Tables.column(all, "test_time");
            double last = time[time.length - 1];
            for (String name : List.of("voltage", "current", "cycle")) {
                all = all.with(name, joined(all, name, Tables.column(next, name)));
            }
            all = all.with(
                    "test_time",
                    joined(
                            all,
                            "test_time",
                            Arrays.stream(Tables.column(next, "test_time"))
                                    .map(t -> t + last + 1)
                                    .toArray()));
        }
        return all;
    }

    private static Series joined(Values all, String name, double[] more) {
        double[] before = Tables.column(all, name);
        double[] both = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, both, before.length, more.length);
        return new Series(both, ((Series) all.get(name)).unit());
    }

    @Test
    void a_voltage_that_goes_back_is_flagged() throws InterruptedException {
        Values twice = new Cell(0).charge(1, 3.9).charge(1, Cell.HIGH).values();
        assertTrue(quality(analysis.apply(twice)).has("voltage_not_monotonic"));
        assertFalse(quality(analysis.apply(new Cell(0).cycles(1).values())).has("voltage_not_monotonic"));
    }

    @Test
    void a_thread_told_to_stop_stops() {
        Values cell = new Cell(0).cycles(1).values();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> analysis.apply(cell));
    }

    private static Quality quality(Values found) {
        return Quality.of(found).orElseThrow();
    }
}
