package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.junit.jupiter.api.Test;

/** Numbers of an independent evaluation of the same data. */
class ArrheniusAcceptanceTest {

    private final ArrheniusAnalysis analysis = new ArrheniusAnalysis();

    @Test
    void the_law_of_arrhenius_is_rejected() throws IOException {
        Values found = analysis.apply(Spectra.temperatureSeries());
        assertEquals(15_844, found.quantity("activation_energy").value(), 15.8);
        assertEquals(26, found.quantity("activation_energy").uncertainty(), 1.3);
        assertEquals(3921, found.quantity("arrhenius_chi2").value(), 0.05 * 3921);
        assertEquals(7, found.quantity("arrhenius_degrees_of_freedom").value());
        assertTrue(Quality.of(found).orElseThrow().has("model_rejected"));
    }

    @Test
    void without_weights() throws IOException {
        Values found = analysis.apply(Spectra.temperatureSeries().with("conductivity_uncertainty", Series.of("S/m")));
        assertEquals(16_300, found.quantity("activation_energy").value(), 16.3);
    }

    @Test
    void the_law_of_vogel_tammann_and_fulcher() throws IOException {
        Values found = analysis.apply(Spectra.temperatureSeries());
        assertEquals(3.478, Math.exp(one(found, "vtf_log_prefactor")) / 100, 0.01);
        assertEquals(398.7, one(found, "vtf_b"), 0.73);
        assertEquals(7.3, one(found, "vtf_b_uncertainty"), 0.36);
        assertEquals(165.2, one(found, "vtf_t0"), 0.12);
        assertEquals(1.2, one(found, "vtf_t0_uncertainty"), 0.06);
        assertEquals(-0.996, one(found, "vtf_correlation"), 0.001);
        assertEquals("vtf", found.get("recommended").toString());
        assertEquals(15_430, found.quantity("activation_energy_at_reference").value(), 50);
        Quality quality = Quality.of(found).orElseThrow();
        assertTrue(quality.has("correlated") && quality.level() == Quality.Level.OK, quality::toString);
    }

    @Test
    void eighty_five_formulations() throws IOException {
        Map<String, List<double[]>> formulations = new LinkedHashMap<>();
        for (double[] row : Spectra.rows("hte_electrolyte.csv")) {
            formulations
                    .computeIfAbsent(row[1] + "," + row[2], key -> new ArrayList<>())
                    .add(row);
        }
        List<double[]> expected = Spectra.rows("expected_arrhenius.csv");
        assertEquals(85, expected.size());
        double sum = 0;
        for (double[] row : expected) {
            Quantity found = analysis.apply(inputs(formulations.getOrDefault(row[0] + "," + row[1], List.of())))
                    .quantity("activation_energy");
            assertEquals(1000 * row[4], found.value(), row[4]);
            assertEquals(1000 * row[5], found.uncertainty(), 5 * row[5]);
            sum += found.value() / 85;
        }
        assertEquals(16_416, sum, 16);
    }

    private static Values inputs(List<double[]> rows) {
        double[] kelvin = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] kappa = rows.stream().mapToDouble(row -> row[3]).toArray();
        return Values.of("temperature", Series.of("K", kelvin)).with("conductivity", Series.of("mS/cm", kappa));
    }

    private static double one(Values found, String name) {
        return ((Series) found.get(name)).value(0);
    }

    @Test
    void uncertainties_that_hold_all_give_the_same_law() throws IOException {
        Values apart = Spectra.temperatureSeries();
        Values found = analysis.apply(apart.with("uncertainty_holds", new Text("all"))
                .with("conductivity_uncertainty", Spectra.allUncertainties())
                .with("cell_constant_uncertainty", Quantity.of(0.034 / 51.157, "1")));
        assertEquals(398.7, one(found, "vtf_b"), 1.5);
        assertTrue(found.quantity("log_prefactor").uncertainty() > 0.034 / 51.157);
    }
}
