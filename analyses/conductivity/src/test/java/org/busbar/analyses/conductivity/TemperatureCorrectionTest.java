package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class TemperatureCorrectionTest implements AnalysisContract {

    private final TemperatureCorrection analysis = new TemperatureCorrection();
    private final Values warm = Values.of("conductivity", Quantity.of(11.10886, 0.01, "mS/cm"))
            .with("temperature", Quantity.of(30, 0.1, "Cel"));
    private final Values vtf = warm.with("law", new Text("vtf"))
            .with("vtf_b", Quantity.of(398.7, "K"))
            .with("vtf_t0", Quantity.of(165.2, "K"));

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() {
        return List.of(warm, vtf);
    }

    @Test
    void agrees_with_what_was_measured_there() {
        Quantity found = analysis.apply(vtf).quantity("conductivity_at_reference");
        assertEquals(1.0043, found.in("S/m"), 1e-3);
        Values local = warm.with("activation_energy", Quantity.of(15.2, 0.1, "kJ/mol"));
        assertEquals(
                1.0043,
                analysis.apply(local).quantity("conductivity_at_reference").in("S/m"),
                2e-3);
    }

    @Test
    void uncertainties_add_up() {
        double relative = 16_400 / (8.314462618 * 303.15 * 303.15) * 0.1;
        Quantity found = analysis.apply(warm).quantity("conductivity_at_reference");
        assertEquals(Math.hypot(relative, 0.01 / 11.10886), found.uncertainty() / found.value(), 1e-9);
        Values vague = warm.with("activation_energy", Quantity.of(16_400, 1_000, "J/mol"));
        double more = 1_000 / 8.314462618 * (1 / 298.15 - 1 / 303.15);
        Quantity factor = analysis.apply(vague).quantity("factor");
        assertEquals(Math.hypot(relative, more), factor.uncertainty() / factor.value(), 1e-9);
    }

    @Test
    void far_corrections_are_flagged_and_incomplete_laws_refused() {
        Values far = warm.with("temperature", Quantity.of(50, 0.1, "Cel"));
        assertTrue(Quality.of(analysis.apply(far)).orElseThrow().has("extrapolated"));
        Values none = warm.with("law", new Text("vtf"));
        String message = assertThrows(IllegalArgumentException.class, () -> analysis.apply(none))
                .getMessage();
        assertTrue(message.contains("vtf_b = 0.0 K"), message);
    }
}
