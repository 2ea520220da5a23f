package org.busbar.analyses.drt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class LinearKramersKronigTest implements AnalysisContract {

    private final LinearKramersKronig analysis = new LinearKramersKronig();

    @Override
    public LinearKramersKronig analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(
                Spectra.file("two_arcs_noise.csv"),
                Spectra.file("jump.csv"),
                Spectra.file("sample_25C.csv").with("series_capacitor", new Text("no")),
                Spectra.inputs(Spectra.rows("two_arcs_noise.csv").subList(0, 2)));
    }

    @Test
    void draws_the_residuals_of_each_example() throws IOException {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis.charts(inputs, analysis.apply(inputs));
            assertEquals(List.of("residuals"), charts.stream().map(Chart::name).toList());
        }
    }

    @Test
    void a_jump_is_a_violation_where_it_happens() throws IOException {
        Values found = analysis.apply(Spectra.file("jump.csv"));
        assertEquals("violation", found.get("verdict").toString());
        assertEquals(6.5, found.quantity("worst_frequency").in("Hz"), 1.5);
        assertEquals(1.5, found.quantity("worst_residual").in("%"), 0.05);
        assertTrue(found.get("quality").toString().startsWith("rejected; kk_violation: residual of 1.5 % at 7.943 Hz"));
    }

    @Test
    void the_peer_is_as_the_peer_is() throws IOException {
        Values found = analysis.apply(Spectra.file("Circuit3_EIS_1.z")
                .with("method", new Text("peer:impedance.py"))
                .with("overfit", Quantity.of(0.69, "1")));
        assertEquals(10, found.quantity("elements").value());
        assertEquals(0.68438211, found.quantity("mu").value(), 1e-6);
        assertEquals("no", found.get("capacitor").toString());
        double real = 1493.7 - Spectra.column(found, "residual_real")[0] / 100 * Math.hypot(1493.7, 10.377);
        assertEquals(1504.77273, real, 1e-4 * 1504);
    }

    @Test
    void a_capacitor_is_found_where_there_is_one() throws IOException {
        Values inputs = Spectra.file("sample_25C.csv");
        assertEquals("yes", analysis.apply(inputs).get("capacitor").toString());
        Values without = analysis.apply(inputs.with("series_capacitor", new Text("no")));
        assertEquals("no", without.get("capacitor").toString());
        assertEquals(6.93, without.quantity("rms_residual").in("%"), 0.01);
    }

    @Test
    void the_order_of_the_rows_has_no_effect_on_the_test() throws IOException {
        List<double[]> rows = new ArrayList<>(Spectra.rows("two_arcs_noise.csv"));
        Values sorted = analysis.apply(Spectra.inputs(rows));
        Collections.swap(rows, 3, 60);
        Collections.swap(rows, 0, 20);
        assertEquals(sorted, analysis.apply(Spectra.inputs(rows)));
    }

    @Test
    void a_first_frequency_repeated_at_the_end_is_compared() throws IOException {
        List<double[]> rows = new ArrayList<>(Spectra.rows("two_arcs_exact.csv"));
        assertEquals(0, Spectra.column(analysis.apply(Spectra.inputs(rows)), "return_difference").length);
        double[] first = rows.get(0);
        rows.add(new double[] {first[0], 1.005 * first[1], 1.005 * first[2]});
        Values same = analysis.apply(Spectra.inputs(rows));
        assertArrayEquals(new double[] {0.5}, Spectra.column(same, "return_difference"), 1e-9);
        assertEquals("ok", same.get("quality").toString());
        rows.set(rows.size() - 1, new double[] {first[0], 1.015 * first[1], 1.015 * first[2]});
        Quality moved = Quality.of(analysis.apply(Spectra.inputs(rows))).orElseThrow();
        assertTrue(
                moved.flags().stream().anyMatch(flag -> flag.contains("first frequency had moved by 1.5 %")),
                moved::toString);
        assertEquals(Quality.Level.SUSPICIOUS, moved.level());
    }

    @Test
    void a_short_spectrum_is_not_testable() throws IOException {
        Values found =
                analysis.apply(Spectra.inputs(Spectra.rows("two_arcs_noise.csv").subList(0, 19)));
        assertEquals("not_testable", found.get("verdict").toString());
        assertTrue(found.get("quality").toString().startsWith("suspicious; kk_suspicious: not testable, 19 points"));
    }
}
