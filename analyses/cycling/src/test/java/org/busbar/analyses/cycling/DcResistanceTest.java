package org.busbar.analyses.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class DcResistanceTest implements AnalysisContract {

    private final DcResistance analysis = new DcResistance();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() {
        return List.of(pulses(0.05), pulses(1));
    }

    /** 20 mOhm, and 30 mOhm with 5 s, in a rest of 60 s, a discharge pulse of 2 A for 40 s and a rest of 60 s. */
    private static Values pulses(double interval) {
        int rows = (int) Math.round(160 / interval) + 2;
        double[][] columns = new double[3][rows];
        int row = 0;
        for (int i = 0; row < rows; i++) {
            double time = i * interval;
            columns[0][row] = time;
            columns[1][row] = 3.7 + over(time, 60) - over(time, 100);
            columns[2][row++] = time > 60 - 1e-9 && time < 100 - 1e-9 ? -2 : 0;
            if (Math.abs(time - 60) < 1e-9 || Math.abs(time - 100) < 1e-9) {
                repeatBeforeSwitch(columns, row++);
            }
        }
        return Values.of("test_time", Series.of("s", columns[0]))
                .with("voltage", Series.of("V", columns[1]))
                .with("current", Series.of("A", columns[2]));
    }

    private static double over(double time, double from) {
        double since = time - from;
        return since < -1e-9 ? 0 : -2 * (0.02 + 0.03 * (1 - Math.exp(-since / 5)));
    }

    /** The last row of a step and the first of the next are taken at one time. */
    private static void repeatBeforeSwitch(double[][] columns, int row) {
        for (double[] column : columns) {
            column[row] = column[row - 1];
        }
        columns[1][row - 1] = columns[1][row - 2];
        columns[2][row - 1] = columns[2][row - 2];
    }

    private static double expected(double seconds) {
        return 0.02 + 0.03 * (1 - Math.exp(-seconds / 5));
    }

    @Test
    void the_chart_has_its_name_and_a_mark_for_each_delay() {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis.charts(inputs, analysis.apply(inputs));
            assertEquals("resistance", charts.get(0).name());
            assertEquals(4, charts.get(0).layers().size());
        }
    }

    @Test
    void resistances_of_a_known_circuit() {
        Values found = analysis.apply(pulses(0.05));
        double[] delays = {0.1, 1, 10, 30, 0.1, 1, 10, 30};
        double[] resistance = Tables.column(found, "resistance");
        assertArrayEquals(delays, Tables.column(found, "delay"));
        for (int i = 0; i < 4; i++) {
            assertEquals(expected(delays[i]), resistance[i], 2e-5, "after " + delays[i]);
            assertEquals(expected(delays[i]), resistance[i + 4], 2e-3 * expected(delays[i]) + 2e-5);
        }
        assertArrayEquals(
                new double[] {60, 100},
                new double[] {Tables.column(found, "pulse_time")[0], Tables.column(found, "pulse_time")[7]},
                1e-9);
        assertEquals(-2, Tables.column(found, "current_step")[0]);
    }

    @Test
    void what_is_not_sampled_is_left_out_and_counted() {
        Values inputs = pulses(1);
        double[] time = Tables.column(inputs, "test_time");
        for (int i = 61; i < time.length; i++) {
            time[i] += 0.5;
        }
        Values found = analysis.apply(inputs.with("test_time", Series.of("s", time)));
        assertEquals(7, Tables.column(found, "resistance").length);
        assertTrue(Quality.of(found).orElseThrow().flags().get(0).startsWith("not_sampled: 1 of 8"));
    }

    @Test
    void uncertainty_of_two_voltages_and_the_gain() {
        Values found = analysis.apply(pulses(0.05)
                .with("voltage_uncertainty", Quantity.of(2, "mV"))
                .with("current_gain_uncertainty", Quantity.of(1, "%")));
        double r = Tables.column(found, "resistance")[3];
        assertEquals(Math.hypot(Math.sqrt(2) * 0.002 / 2, 0.01 * r), Tables.column(found, "resistance_u")[3], 1e-12);
    }

    @Test
    void a_rest_has_no_step() {
        Values inputs = pulses(1);
        int rows = Tables.column(inputs, "current").length;
        Values found = analysis.apply(inputs.with("current", Series.of("A", new double[rows])));
        assertEquals(0, Tables.column(found, "resistance").length);
        assertTrue(Quality.of(found).orElseThrow().has("no_current_step"));
    }
}
