package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.analysis.Quality;

/** What the analysis {@code arrhenius} takes and gives. */
final class ArrheniusTerms {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static final Curve TEMPERATURE = curve("temperature", "K");
    static final Curve CONDUCTIVITY = curve("conductivity", "S/m");
    static final Curve UNCERTAINTY = curve("conductivity_uncertainty", "S/m");
    static final Choice HOLDS = choice("uncertainty_holds", "all", "resistance");
    static final Real CELL = real("cell_constant_uncertainty", "1", 0, 1);
    static final Real THERMOSTAT = real("temperature_uncertainty", "K", 0, 100);
    static final Real REFERENCE = real("reference_temperature", "K", 100, 1000);

    static final Choice RECOMMENDED = choice("recommended", "arrhenius", "vtf");
    static final Real AT_REFERENCE = real("conductivity_at_reference", "S/m", 0, INFINITE);
    static final Real LOCAL = real("activation_energy_at_reference", "J/mol");
    static final Real ENERGY = real("activation_energy", "J/mol");
    static final Real PREFACTOR = real("log_prefactor", "1");
    static final Real CHI2 = real("arrhenius_chi2", "1", 0, INFINITE);
    static final Real DEGREES = real("arrhenius_degrees_of_freedom", "1", 0, INFINITE);
    static final Curve P = curve("arrhenius_p", "1");
    static final Curve VTF_PREFACTOR = curve("vtf_log_prefactor", "1");
    static final Curve VTF_B = curve("vtf_b", "K");
    static final Curve VTF_B_ERROR = curve("vtf_b_uncertainty", "K");
    static final Curve VTF_T0 = curve("vtf_t0", "K");
    static final Curve VTF_T0_ERROR = curve("vtf_t0_uncertainty", "K");
    static final Curve VTF_CORRELATION = curve("vtf_correlation", "1");
    static final Curve VTF_CHI2 = curve("vtf_chi2", "1");
    static final Curve VTF_P = curve("vtf_p", "1");
    static final Curve RESIDUAL = curve("arrhenius_residual", "1");
    static final Curve VTF_RESIDUAL = curve("vtf_residual", "1");
    static final Curve SIGMA = curve("log_uncertainty", "1");
    static final Curve GRID = curve("curve_temperature", "K");
    static final Curve LINE = curve("curve_arrhenius", "1");
    static final Curve VTF_LINE = curve("curve_vtf", "1");
    static final Curve LOW = curve("curve_low", "1");
    static final Curve HIGH = curve("curve_high", "1");

    static final Capability CAPABILITY = new Capability(
                    "arrhenius",
                    List.of(TEMPERATURE, CONDUCTIVITY, UNCERTAINTY, HOLDS, CELL, THERMOSTAT, REFERENCE),
                    List.of(
                            RECOMMENDED,
                            AT_REFERENCE,
                            LOCAL,
                            ENERGY,
                            PREFACTOR,
                            CHI2,
                            DEGREES,
                            P,
                            VTF_PREFACTOR,
                            VTF_B,
                            VTF_B_ERROR,
                            VTF_T0,
                            VTF_T0_ERROR,
                            VTF_CORRELATION,
                            VTF_CHI2,
                            VTF_P,
                            RESIDUAL,
                            VTF_RESIDUAL,
                            SIGMA,
                            GRID,
                            LINE,
                            VTF_LINE,
                            LOW,
                            HIGH,
                            Quality.OUTPUT))
            .byDefault(UNCERTAINTY.name(), Series.of("S/m"))
            .byDefault(HOLDS.name(), new Text("all"))
            .byDefault(CELL.name(), Quantity.of(0, "1"))
            .byDefault(THERMOSTAT.name(), Quantity.of(Conductivity.USUAL_TEMPERATURE_UNCERTAINTY, "K"))
            .byDefault(REFERENCE.name(), Quantity.of(298.15, "K"));

    private ArrheniusTerms() {}
}
