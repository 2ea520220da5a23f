package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
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
    private static final Real ACTIVATION = real("activation_energy", "J/mol", 0, Double.POSITIVE_INFINITY);
    private static final Capability CAPABILITY = new Capability(
                    "conductivity",
                    List.of(FREQUENCY, REAL, IMAGINARY, CELL_CONSTANT, TEMPERATURE, ACTIVATION),
                    outputs())
            .byDefault(ACTIVATION.name(), Quantity.of(Conductivity.ACTIVATION_ENERGY, "J/mol"));

    private static List<Parameter> outputs() {
        List<Parameter> outputs = new ArrayList<>(List.of(CONDUCTIVITY, RESISTANCE, CHI2, Quality.OUTPUT));
        outputs.addAll(Budget.PARTS);
        outputs.addAll(Nyquist.COLUMNS);
        return outputs;
    }

    /** Ready to use. */
    public ConductivityFromImpedance() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Spectrum spectrum = Spectrum.of(all.get(FREQUENCY), all.get(REAL), all.get(IMAGINARY));
        BulkResistance found = BulkResistance.of(spectrum);
        Conductivity conductivity = new Conductivity(
                all.quantity(CELL_CONSTANT.name()),
                found.resistance(),
                all.quantity(TEMPERATURE.name()),
                all.get(ACTIVATION));
        Quality quality = conductivity.judge(Judgement.of(spectrum, found));
        return Values.of(CONDUCTIVITY.name(), conductivity.value())
                .with(RESISTANCE.name(), conductivity.resistance())
                .with(CHI2.name(), Quantity.of(found.fit().chi2(), "1"))
                .with(Quality.OUTPUT.name(), quality.text())
                .with(budget(conductivity).values())
                .with(Nyquist.of(spectrum, found.fit().circuit()));
    }

    private static Budget budget(Conductivity conductivity) {
        return new Budget(
                "cell constant",
                conductivity.fromCellConstant(),
                conductivity.fromResistance(),
                conductivity.fromTemperature());
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        double resistance = outputs.get(RESISTANCE);
        return List.of(
                Nyquist.chart(inputs.get(REAL), inputs.get(IMAGINARY), outputs, resistance),
                Budget.chart("cell constant", outputs));
    }
}
