package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.note;
import static org.busbar.api.Parameter.real;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Note;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.osgi.service.component.annotations.Component;

/**
 * Conductivity of an electrolyte from the impedance spectrum of a cell with blocking electrodes and its cell constant.
 *
 * <p>Fits the circuit L-R-CPE with weights 1/|Z| and propagates the uncertainties of resistance, cell constant and
 * temperature. Refuses spectra that hold no such resistance.
 */
@Component
@LabId("conductivity")
public final class ConductivityFromImpedance implements Analysis {

    private static final Curve FREQUENCY = curve("frequency", "Hz");
    private static final Curve REAL = curve("z_real", "Ohm");
    private static final Curve IMAGINARY = curve("z_imag", "Ohm");
    /** The ends of a range are part of it, so a constant no cell has stands for "above 0". */
    private static final Real CELL_CONSTANT = real("cell_constant", "cm-1", 1e-6, Double.POSITIVE_INFINITY);

    private static final Real TEMPERATURE = real("temperature", "Cel", -60, 200);

    private static final Real CONDUCTIVITY = real("conductivity", "mS/cm", 0, Double.POSITIVE_INFINITY);
    private static final Real RESISTANCE = real("resistance", "Ohm", 0, Double.POSITIVE_INFINITY);
    private static final Real CHI2 = real("chi2_reduced", "1", 0, Double.POSITIVE_INFINITY);
    private static final Note QUALITY = note("quality");

    private static final Capability CAPABILITY = new Capability(
            "conductivity",
            List.of(FREQUENCY, REAL, IMAGINARY, CELL_CONSTANT, TEMPERATURE),
            List.of(CONDUCTIVITY, RESISTANCE, CHI2, QUALITY));

    /** Ready to use. */
    public ConductivityFromImpedance() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        CAPABILITY.check(inputs);
        Spectrum spectrum = Spectrum.of(inputs.get(FREQUENCY), inputs.get(REAL), inputs.get(IMAGINARY));
        BulkResistance found = BulkResistance.of(spectrum);
        Conductivity conductivity = new Conductivity(
                inputs.quantity(CELL_CONSTANT.name()), resistance(found.fit()), inputs.quantity(TEMPERATURE.name()));
        return Values.of(CONDUCTIVITY.name(), conductivity.value())
                .with(RESISTANCE.name(), conductivity.resistance())
                .with(CHI2.name(), Quantity.of(found.fit().chi2(), "1"))
                .with(
                        QUALITY.name(),
                        conductivity.judge(Judgement.of(spectrum, found)).text());
    }

    private static Quantity resistance(CircuitFit fit) {
        double resistance = fit.circuit().resistance();
        return Quantity.of(resistance, resistance * fit.resistanceError(), "Ohm");
    }
}
