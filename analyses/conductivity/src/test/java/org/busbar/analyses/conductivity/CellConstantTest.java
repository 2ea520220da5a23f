package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellConstantTest implements AnalysisContract {

    private static final Values RESISTANCE = Values.of("resistance_measured", Series.of("Ohm", 39.8897))
            .with("resistance_uncertainty", Series.of("Ohm", 0.0147))
            .with("temperature", Quantity.of(25, 0.02, "Cel"));
    private final CellConstant analysis = new CellConstant();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(spectrum(), RESISTANCE);
    }

    private static Values spectrum() throws IOException {
        Values file = Spectra.file("kcl_0.1m_25C.csv");
        return Values.of("frequency", file.get("frequency"))
                .with("z_real", file.get("z_real"))
                .with("z_imag", file.get("z_imag"))
                .with("temperature", Quantity.of(25, 0.02, "Cel"));
    }

    @Test
    void acceptance_from_the_spectrum_of_a_standard() throws IOException {
        Quantity found = analysis.apply(spectrum()).quantity("cell_constant");
        assertEquals(0.51157, found.in("cm-1"), 2e-4 * 0.51157);
        assertEquals(0.00034, found.uncertainty(), 0.05 * 0.00034);
    }

    @ParameterizedTest
    @CsvSource({"KCl 0.01 mol/kg, 1408.23, .0003", "KCl 0.1 mol/kg, 12824.6, .0004", "KCl 1 mol/kg, 108620, .0004"})
    void acceptance_standards_at_25(String standard, double kappa, double relative) {
        Quantity found =
                analysis.apply(RESISTANCE.with("standard", new Text(standard))).quantity("standard_conductivity");
        assertEquals(kappa, found.in("uS/cm"), 1e-9 * kappa);
        assertEquals(relative, found.uncertainty() / found.value(), 1e-9);
    }

    @Test
    void standards_are_those_of_the_table() throws IOException {
        for (double[] row : Spectra.rows("kcl_standard.csv")) {
            double found = analysis.apply(RESISTANCE.with("temperature", Quantity.of(row[0], 0.02, "Cel")))
                    .quantity("standard_conductivity")
                    .in("uS/cm");
            assertEquals(row[2], found, 1e-9 * row[2]);
        }
    }

    @Test
    void between_temperatures_a_cubic_is_used() {
        double[] celsius = {0, 10, 20, 30, 40};
        Values inputs = RESISTANCE
                .with("standard", new Text("table"))
                .with("table_temperature", Series.of("Cel", celsius))
                .with("table_conductivity", cubic(celsius));
        double found = analysis.apply(inputs.with("temperature", Quantity.of(17, 0.1, "Cel")))
                .quantity("standard_conductivity")
                .in("mS/cm");
        assertEquals(10 + 0.1 * 17 + 1e-4 * Math.pow(17, 3), found, 1e-9);
    }

    private static Series cubic(double... celsius) {
        double[] kappa = new double[celsius.length];
        for (int i = 0; i < kappa.length; i++) {
            kappa[i] = 10 + 0.1 * celsius[i] + 1e-4 * Math.pow(celsius[i], 3);
        }
        return Series.of("mS/cm", kappa);
    }

    @Test
    void pictures() throws IOException {
        for (Values inputs : examples()) {
            assertEquals(
                    List.of("nyquist", "budget"),
                    analysis.charts(inputs, analysis.apply(inputs)).stream()
                            .map(Chart::name)
                            .toList());
        }
    }

    @Test
    void refusals() throws IOException {
        refused(Values.of("temperature", Quantity.of(25, "Cel")), "one spectrum or one resistance_measured");
        refused(spectrum().with(RESISTANCE), "one spectrum or one resistance_measured");
        refused(RESISTANCE.with("temperature", Quantity.of(60, "Cel")), "outside of the standard", "50.00 Cel");
        refused(RESISTANCE.with("standard", new Text("table")), "table_temperature has 0");
        refused(RESISTANCE.with("resistance_measured", Series.of("Ohm", -3)), "-3.0 Ohm");
    }

    private void refused(Values inputs, String... words) {
        String message = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs))
                .getMessage();
        for (String word : words) {
            assertTrue(message.contains(word) && message.startsWith("cell-constant: "), message);
        }
    }
}
