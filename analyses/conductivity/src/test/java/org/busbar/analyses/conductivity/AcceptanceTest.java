package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of an independent evaluation of the same spectra. */
class AcceptanceTest {

    private final ConductivityFromImpedance analysis = new ConductivityFromImpedance();

    @ParameterizedTest
    @CsvSource({
        "-10, 139.683, .048, .366236",
        "0, 97.610, .034, .524097",
        "10, 72.654, .028, .704117",
        "20, 56.815, .023, .900417",
        "25, 50.939, .021, 1.004285",
        "30, 46.0506, .0172, 1.110886",
        "40, 38.5244, .0154, 1.327910",
        "50, 32.9936, .0146, 1.550510",
        "60, 28.8252, .0121, 1.774730"
    })
    void the_temperature_series(int celsius, double ohm, double error, double siemensPerMetre) throws IOException {
        Values found = analysis.apply(
                Spectra.file("sample_" + celsius + "C.csv").with("temperature", Quantity.of(celsius, 0.1, "Cel")));
        assertEquals(ohm, found.quantity("resistance").in("Ohm"), 2e-4 * ohm);
        assertEquals(error, found.quantity("resistance").uncertainty(), 0.05 * error);
        assertEquals(siemensPerMetre, found.quantity("conductivity").in("S/m"), 2e-4 * siemensPerMetre);
        assertTrue(found.get("quality").toString().startsWith("ok"), found.get("quality")::toString);
    }

    @Test
    void the_cell_constant_from_potassium_chloride() throws IOException {
        Quantity resistance = analysis.apply(Spectra.file("kcl_0.1m_25C.csv")).quantity("resistance");
        double standard = 12824.6e-6;
        double cell = standard * resistance.value();
        double relative = Math.hypot(Math.hypot(0.0004, resistance.uncertainty() / resistance.value()), 0.019 * 0.02);
        assertEquals(39.8897, resistance.value(), 2e-4 * 39.8897);
        assertEquals(0.0147, resistance.uncertainty(), 0.05 * 0.0147);
        assertEquals(0.51157, cell, 2e-4 * 0.51157);
        assertEquals(0.00034, relative * cell, 0.05 * 0.00034);
    }

    /** The reference budget has the local activation energy of that electrolyte, 15.43 kJ/mol, in place of 16.4. */
    @Test
    void the_budget_at_room_temperature() throws IOException {
        Values inputs = Spectra.file("sample_25C.csv");
        Quantity resistance = analysis.apply(inputs).quantity("resistance");
        Conductivity ours = new Conductivity(Spectra.CELL, resistance, Spectra.ROOM, 16_400);
        assertEquals(0.00066, ours.fromCellConstant(), 0.05 * 0.00066);
        assertEquals(0.00041, ours.fromResistance(), 0.05 * 0.00041);
        assertEquals(0.00209 * 16.4 / 15.43, ours.fromTemperature(), 0.01 * 0.00209);
        Quantity theirs = analysis.apply(inputs.with("temperature", Quantity.of(25, 0.1 * 15.43 / 16.4, "Cel")))
                .quantity("conductivity")
                .to(Unit.of("S/m"));
        assertEquals(1.0043, theirs.value(), 2e-4);
        assertEquals(0.0022, theirs.uncertainty(), 0.05 * 0.0022);
        assertEquals(0.0236, ours.value().uncertainty(), 0.05 * 0.0236);
    }

    @Test
    void the_budget_with_the_activation_energy_of_the_electrolyte() throws IOException {
        Values found =
                analysis.apply(Spectra.file("sample_25C.csv").with("activation_energy", Quantity.of(15.43, "kJ/mol")));
        assertEquals(0.00066, found.quantity("from_cell_constant").value(), 0.01 * 0.00066);
        assertEquals(0.00041, found.quantity("from_resistance").value(), 0.05 * 0.00041);
        assertEquals(0.00209, found.quantity("from_temperature").value(), 0.01 * 0.00209);
        assertEquals(0.0022, found.quantity("conductivity").to(Unit.of("S/m")).uncertainty(), 0.05 * 0.0022);
    }
}
