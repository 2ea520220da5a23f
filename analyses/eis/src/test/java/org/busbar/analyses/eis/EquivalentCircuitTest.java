package org.busbar.analyses.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class EquivalentCircuitTest implements AnalysisContract {

    @Override
    public Analysis analysis() {
        return new EquivalentCircuit();
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(
                Data.inputs("two_arcs_noise.csv", "R0-p(R1,C1)-p(R2,CPE2)"),
                Data.inputs("exampleData.csv", "L0-R0-p(R1,C1)-p(R2,CPE2)-Wo1"),
                Data.inputs("exampleData.csv", "R0-La1-ZARC1-G1"),
                Data.inputs("two_arcs_exact.csv", "C1"));
    }

    @Test
    void each_example_gives_the_charts_of_the_readme() throws Exception {
        for (Values inputs : examples()) {
            Values outputs = analysis().apply(inputs);
            assertEquals(
                    List.of("nyquist", "bode-modulus", "bode-phase", "residuals", "correlations"),
                    analysis().charts(inputs, outputs).stream().map(Chart::name).toList());
        }
    }

    @Test
    void a_nyquist_plot_has_equal_scales_and_names_the_decades() throws Exception {
        Values inputs = examples().get(0);
        Chart nyquist = analysis().charts(inputs, analysis().apply(inputs)).get(0);
        assertTrue(nyquist.equalScales());
        Layer.Points points = (Layer.Points) nyquist.layers().get(1);
        assertEquals(
                List.of("1 MHz", "100 kHz", "10 kHz", "1 kHz", "100 Hz", "10 Hz", "1 Hz", "100 mHz"),
                points.names().stream().filter(name -> !name.isEmpty()).toList());
    }

    @Test
    void arcs_of_one_shape_are_in_the_order_of_their_time_constants() throws Exception {
        Values outputs = analysis().apply(Data.inputs("two_arcs_exact.csv", "R0-ZARC1-ZARC2"));
        double[] times = outputs.get(Report.ARC_TIME);
        assertTrue(times[0] < times[1]);
        assertEquals(30, outputs.get(Report.ARC_RESISTANCE)[0], 1e-3);
        assertEquals(6e-5, times[0], 1e-9);
        assertEquals(2e-6, outputs.get(Report.ARC_CAPACITANCE)[0], 1e-10);
        double slow = Math.pow(55 * 8e-4, 1 / .85);
        assertEquals(slow, times[1], 1e-5 * slow);
    }

    @Test
    void resistances_are_the_limits_of_the_fitted_circuit_with_uncertainty() throws Exception {
        Values outputs = analysis().apply(examples().get(0));
        Quantity series = outputs.quantity("r_series");
        assertEquals(12.004, series.value(), .001);
        assertEquals(outputs.get(Report.ERRORS)[0], series.uncertainty(), 1e-6);
        Quantity polarisation = outputs.quantity("r_polarisation");
        assertEquals(85.04, polarisation.value(), .05);
        assertEquals(.138, polarisation.uncertainty(), .003);
        assertEquals("all", outputs.get("r_polarisation_of").toString());
        Values blocked = analysis().apply(examples().get(1));
        assertEquals("arcs", blocked.get("r_polarisation_of").toString());
    }

    @Test
    void an_inductance_that_is_not_there_is_zero_or_not_identifiable() throws Exception {
        Values outputs = analysis().apply(Data.inputs("two_arcs_noise.csv", "L0-R0-p(R1,C1)-p(R2,CPE2)"));
        String quality = outputs.get("quality").toString();
        assertTrue(quality.contains("not_identifiable: L0") || quality.contains("at_bound: L0 = 0 H"), quality);
    }

    @Test
    void inputs_may_be_in_other_units() throws Exception {
        Values inputs = examples().get(0);
        Series real = (Series) inputs.get("z_real");
        double[] milli = real.values();
        for (int i = 0; i < milli.length; i++) {
            milli[i] *= 1000;
        }
        Values outputs = analysis().apply(inputs.with("z_real", Series.of("mOhm", milli)));
        assertEquals(12.004, outputs.get(Report.VALUES)[0], .001);
    }

    @Test
    void a_circuit_that_cannot_follow_is_rejected_by_its_runs() throws Exception {
        Values outputs = analysis().apply(Data.inputs("two_arcs_noise.csv", "R0-p(R1,C1)"));
        assertTrue(outputs.get("quality").toString().contains("model_rejected: "));
        assertTrue(outputs.get("quality").toString().startsWith("rejected"));
    }

    @Test
    void start_values_in_their_own_units_lead_the_search() throws Exception {
        String start = "R0=11 Ohm, R1=0.02 kOhm, C1=1 uF, R2=80, CPE2_Q=1 mS, CPE2_alpha=0.9";
        Values outputs = analysis().apply(examples().get(0).with("start", new Text(start)));
        assertEquals(55.042, outputs.get(Report.VALUES)[3], .01);
    }

    @Test
    void a_circuit_with_everything_fixed_is_evaluated() throws Exception {
        String fixed = "R0=12, R1=30, C1=2 uF, R2=55, CPE2_Q=8e-4, CPE2_alpha=.85";
        Values inputs =
                Data.inputs("two_arcs_exact.csv", "R0-p(R1,C1)-p(R2,CPE2)").with("fixed", new Text(fixed));
        Values outputs = analysis().apply(inputs);
        assertEquals(0, outputs.get(Report.SQUARES), 1e-12);
        assertEquals(0, outputs.quantity("r_series").uncertainty());
        assertEquals("ok", outputs.get("quality").toString());
    }

    @Test
    void a_parameter_that_can_run_away_is_not_identifiable_whatever_its_standard_error() throws Exception {
        Values outputs = analysis().apply(Data.inputs("exampleData.csv", "R0-p(R1-Wo1,C1)"));
        int tau = List.of(outputs.get("parameters").toString().split(", ")).indexOf("Wo1_tau");
        assertTrue(outputs.get(Report.ERRORS)[tau] < .5 * outputs.get(Report.VALUES)[tau]);
        String quality = outputs.get("quality").toString();
        assertTrue(quality.contains("not_identifiable: Wo1_tau") && quality.contains("can run away"), quality);
    }

    @Test
    void a_fit_stops_when_told_to() throws Exception {
        Values inputs = examples().get(0);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> analysis().apply(inputs));
    }

    @Test
    void correlations_are_those_of_a_matrix() throws Exception {
        Values outputs = analysis().apply(examples().get(0));
        double[] correlations = outputs.get(Report.CORRELATIONS);
        assertEquals(36, correlations.length);
        for (int i = 0; i < 6; i++) {
            assertEquals(1, correlations[7 * i]);
            for (int j = 0; j < i; j++) {
                assertEquals(correlations[6 * i + j], correlations[6 * j + i], 1e-12);
                assertTrue(Math.abs(correlations[6 * i + j]) < 1);
            }
        }
    }
}
