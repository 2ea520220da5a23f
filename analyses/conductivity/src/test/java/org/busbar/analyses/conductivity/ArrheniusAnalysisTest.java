package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class ArrheniusAnalysisTest implements AnalysisContract {

    private final ArrheniusAnalysis analysis = new ArrheniusAnalysis();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(Spectra.temperatureSeries(), exact(280, 300, 320), exact(280, 290, 300, 310, 320));
    }

    /** 15 kJ/mol, 1 S/m at 300 K, without uncertainties but with a little scatter. */
    private static Values exact(double... kelvin) {
        double[] kappa = Arrays.stream(kelvin)
                .map(t -> Math.exp(15_000 / 8.314462618 * (1 / 300.0 - 1 / t)) * (1 + 1e-4 * Math.sin(t)))
                .toArray();
        return Values.of("temperature", Series.of("K", kelvin)).with("conductivity", Series.of("S/m", kappa));
    }

    @Test
    void pictures() throws IOException {
        for (Values inputs : examples()) {
            assertEquals(
                    List.of("arrhenius", "residuals"),
                    analysis.charts(inputs, analysis.apply(inputs)).stream()
                            .map(Chart::name)
                            .toList());
        }
    }

    @Test
    void few_temperatures_give_no_vtf() {
        Values found = analysis.apply(exact(280, 300, 320));
        assertEquals(0, ((Series) found.get("vtf_b")).size());
        assertTrue(Quality.of(found).orElseThrow().has("too_few_temperatures"));
        assertEquals(15_000, found.quantity("activation_energy").value(), 50);
    }

    @Test
    void a_straight_line_recommends_arrhenius() {
        Values inputs = exact(270, 280, 290, 300, 310, 320);
        double[] error = new double[6];
        Arrays.fill(error, 0.005);
        Values found = analysis.apply(inputs.with("conductivity_uncertainty", Series.of("S/m", error)));
        assertEquals("arrhenius", found.get("recommended").toString());
    }

    @Test
    void a_cell_constant_is_common_to_all() throws IOException {
        Values inputs = Spectra.temperatureSeries();
        Values alone = analysis.apply(inputs);
        Values common = analysis.apply(inputs.with("cell_constant_uncertainty", Quantity.of(1, "%")));
        assertEquals(alone.quantity("activation_energy"), common.quantity("activation_energy"));
        assertEquals(0.01, common.quantity("log_prefactor").uncertainty(), 0.001 + 0.01);
        assertTrue(common.quantity("log_prefactor").uncertainty() >= 0.01);
    }

    @Test
    void branches_that_differ_are_flagged() {
        double[] kelvin = {280, 290, 300, 310, 300.1, 290.1, 280.1};
        Values inputs = exact(kelvin);
        double[] kappa = Spectra.column(inputs, "conductivity");
        double[] error = new double[kappa.length];
        for (int i = 0; i < kappa.length; i++) {
            error[i] = 0.005 * kappa[i];
            kappa[i] *= i > 3 ? 1.1 : 1;
        }
        Values found = analysis.apply(inputs.with("conductivity", Series.of("S/m", kappa))
                .with("conductivity_uncertainty", Series.of("S/m", error)));
        assertTrue(Quality.of(found).orElseThrow().has("branches_differ"), found.get("quality")::toString);
    }

    @Test
    void a_reference_out_of_range_is_flagged() {
        Values found = analysis.apply(exact(280, 290, 295).with("reference_temperature", Quantity.of(60, "Cel")));
        assertTrue(Quality.of(found).orElseThrow().has("extrapolated"));
    }

    @Test
    void refusals() {
        refused(exact(300), "too few");
        refused(exact(), "0 points");
        refused(exact(300, 300.1, 310), "2 temperatures");
        refused(exact(280, 290, 300).with("conductivity", Series.of("S/m", 1, -2, 3)), "-2.0 S/m at position 1");
        refused(exact(280, 290, 300).with("conductivity", Series.of("S/m", 1, 2)), "conductivity has 2 values");
        refused(exact(280, 290, 300).with("conductivity", Series.of("V", 1, 2, 3)), "S/m");
        Values small = exact(280, 290, 300)
                .with("conductivity_uncertainty", Series.of("S/m", 1e-3, 1e-3, 1e-3))
                .with("cell_constant_uncertainty", Quantity.of(1, "%"));
        refused(small, "uncertainty_holds = resistance");
    }

    private void refused(Values inputs, String word) {
        String message = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs))
                .getMessage();
        assertTrue(message.contains(word) && message.startsWith("arrhenius: "), message);
    }
}
