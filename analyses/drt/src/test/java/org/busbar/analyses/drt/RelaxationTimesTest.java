package org.busbar.analyses.drt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class RelaxationTimesTest implements AnalysisContract {

    private final RelaxationTimes analysis = new RelaxationTimes();

    @Override
    public RelaxationTimes analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(coarse("two_zarc_noise.csv"), coarse("jump.csv"));
    }

    /** Five time constants per decade, so that many runs take little time. */
    private static Values coarse(String file) throws IOException {
        return Spectra.quick(file).with("points_per_decade", Quantity.of(5, "1"));
    }

    @Test
    void draws_what_is_there() throws Exception {
        Values inputs = coarse("two_zarc_noise.csv");
        List<Chart> charts = analysis.charts(inputs, analysis.apply(inputs));
        assertEquals(
                List.of("distribution", "nyquist", "residuals", "peaks"),
                charts.stream().map(Chart::name).toList());
        assertTrue(charts.get(1).equalScales());
    }

    @Test
    void a_spectrum_that_violates_kramers_kronig_has_no_distribution() throws Exception {
        Values inputs = coarse("jump.csv");
        Values found = analysis.apply(inputs);
        assertEquals(Quality.Level.REJECTED, Quality.of(found).orElseThrow().level());
        assertTrue(Quality.of(found).orElseThrow().has("kk_violation"));
        assertTrue(found.names().stream()
                .filter(name -> !name.equals("quality"))
                .allMatch(name -> ((Series) found.get(name)).size() == 0));
        assertEquals(List.of(), analysis.charts(inputs, found));
    }

    @Test
    void a_drift_is_inherited_as_a_doubt() throws Exception {
        Quality quality = Quality.of(analysis.apply(coarse("drift.csv"))).orElseThrow();
        assertTrue(quality.has("kk_suspicious"));
        assertEquals(Quality.Level.SUSPICIOUS, quality.level());
    }

    @Test
    void a_short_spectrum_is_not_testable_but_analysed() throws Exception {
        List<double[]> rows = Spectra.rows("two_zarc_noise.csv").subList(20, 38);
        Values found = analysis.apply(Spectra.inputs(rows).with("resamples", Quantity.of(20, "1")));
        assertTrue(found.get("quality").toString().contains("kk_suspicious: not testable, 18 points over 1.7 decades"));
        assertTrue(Spectra.column(found, "gamma").length > 0);
    }

    @Test
    void the_order_of_the_rows_has_no_effect_and_repeated_frequencies_are_used() throws Exception {
        List<double[]> rows = new ArrayList<>(Spectra.rows("two_arcs_noise.csv"));
        rows.addAll(Spectra.rows("two_arcs_noise.csv"));
        Values twice = Spectra.inputs(rows).with("resamples", Quantity.of(20, "1"));
        Values given = twice.with("regularisation", new Text("given"));
        Values once = Spectra.quick("two_arcs_noise.csv")
                .with("regularisation", new Text("given"))
                .with("lambda", Quantity.of(0.5e-3, "1")); // half the rows, half the penalty
        assertArrayEquals(
                Spectra.column(analysis.apply(once), "gamma"), Spectra.column(analysis.apply(given), "gamma"), 1e-4);
    }

    @Test
    void the_seed_moves_the_band_and_nothing_else() throws Exception {
        Values inputs = coarse("two_zarc_noise.csv");
        Values zero = analysis.apply(inputs);
        Values one = analysis.apply(inputs.with("seed", Quantity.of(1, "1")));
        assertEquals(zero.get("gamma"), one.get("gamma"));
        assertNotEquals(zero.get("gamma_low"), one.get("gamma_low"));
    }

    @Test
    void the_size_of_the_cell_has_no_effect_on_lambda_and_time_constants() throws Exception {
        Values small = coarse("two_zarc_noise.csv");
        Values large = small.with("z_real", Series.of("kOhm", Spectra.column(small, "z_real")))
                .with("z_imag", Series.of("kOhm", Spectra.column(small, "z_imag")));
        Values ohm = analysis.apply(small);
        Values kiloohm = analysis.apply(large);
        assertEquals(ohm.get("lambda_used"), kiloohm.get("lambda_used"));
        assertArrayEquals(Spectra.column(ohm, "peak_tau"), Spectra.column(kiloohm, "peak_tau"), 1e-6);
        assertEquals(
                1000 * Spectra.number(ohm, "polarisation_resistance"),
                Spectra.number(kiloohm, "polarisation_resistance"),
                1);
    }

    @Test
    void unit_weights_and_a_given_lambda_are_used() throws Exception {
        Values inputs = coarse("two_zarc_noise.csv")
                .with("weighting", new Text("unit"))
                .with("regularisation", new Text("given"))
                .with("lambda", Quantity.of(1e-4, "1"));
        Values found = analysis.apply(inputs);
        assertEquals(1e-4, Spectra.number(found, "lambda_used"));
        assertEquals(0.1 / 77, Spectra.number(found, "noise") / 100, 0.3e-3);
    }

    @Test
    void a_blocking_cell_is_extrapolated() throws Exception {
        Quality quality = Quality.of(analysis.apply(coarse("sample_25C.csv"))).orElseThrow();
        assertTrue(quality.has("extrapolated"), quality::toString);
        assertEquals(Quality.Level.SUSPICIOUS, quality.level());
    }

    @Test
    void a_resistor_has_no_peaks() throws Exception {
        List<double[]> rows = IntStream.range(0, 41)
                .mapToObj(i -> new double[] {Math.pow(10, 5 - i / 10.0), 50, 0})
                .toList();
        Values found = analysis.apply(Spectra.inputs(rows).with("resamples", Quantity.of(20, "1")));
        assertEquals(50, Spectra.number(found, "r_infinity") + Spectra.number(found, "polarisation_resistance"), 1e-3);
        assertTrue(Spectra.number(found, "r_infinity") > 49);
    }

    @Test
    void stops_when_told_to() throws Exception {
        Values inputs = coarse("two_zarc_noise.csv");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> analysis.apply(inputs));
    }
}
