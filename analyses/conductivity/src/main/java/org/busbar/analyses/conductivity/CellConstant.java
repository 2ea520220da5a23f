package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.analysis.Quality.Level.OK;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Component;

/**
 * Cell constant from a standard of known conductivity: K = &kappa;(T) R, R from a spectrum or given.
 *
 * <p>(u(K)/K)<sup>2</sup> is the sum of the squares of the relative uncertainties of the standard, of R, and of u(T)
 * times the relative slope of &kappa;.
 */
@Component
@LabId("cell-constant")
public final class CellConstant implements Analysis {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final String SOURCE = "standard";
    private static final Curve FREQUENCY = curve("frequency", "Hz");
    private static final Curve REAL = curve("z_real", "Ohm");
    private static final Curve IMAGINARY = curve("z_imag", "Ohm");
    private static final Curve MEASURED = curve("resistance_measured", "Ohm");
    private static final Curve MEASURED_ERROR = curve("resistance_uncertainty", "Ohm");
    private static final Real TEMPERATURE = real("temperature", "Cel", -60, 200);
    private static final Choice STANDARD = choice("standard", StandardSolution.names());
    private static final Curve TABLE_TEMPERATURE = curve("table_temperature", "Cel");
    private static final Curve TABLE_CONDUCTIVITY = curve("table_conductivity", "mS/cm");
    private static final Real TABLE_ERROR = real("table_uncertainty", "1", 0, 1);

    private static final Real CONSTANT = real("cell_constant", "cm-1", 0, INFINITE);
    private static final Real CONDUCTIVITY = real("standard_conductivity", "mS/cm", 0, INFINITE);
    private static final Real RESISTANCE = real("resistance", "Ohm", 0, INFINITE);

    private static final Capability CAPABILITY = new Capability(
                    "cell-constant",
                    List.of(
                            FREQUENCY,
                            REAL,
                            IMAGINARY,
                            MEASURED,
                            MEASURED_ERROR,
                            TEMPERATURE,
                            STANDARD,
                            TABLE_TEMPERATURE,
                            TABLE_CONDUCTIVITY,
                            TABLE_ERROR),
                    outputs())
            .byDefault(FREQUENCY.name(), Series.of("Hz"))
            .byDefault(REAL.name(), Series.of("Ohm"))
            .byDefault(IMAGINARY.name(), Series.of("Ohm"))
            .byDefault(MEASURED.name(), Series.of("Ohm"))
            .byDefault(MEASURED_ERROR.name(), Series.of("Ohm"))
            .byDefault(STANDARD.name(), new Text("KCl 0.1 mol/kg"))
            .byDefault(TABLE_TEMPERATURE.name(), Series.of("Cel"))
            .byDefault(TABLE_CONDUCTIVITY.name(), Series.of("mS/cm"))
            .byDefault(TABLE_ERROR.name(), Quantity.of(0.001, "1"));

    private static List<Parameter> outputs() {
        List<Parameter> outputs = new ArrayList<>(List.of(CONSTANT, CONDUCTIVITY, RESISTANCE, Quality.OUTPUT));
        outputs.addAll(Budget.parts(SOURCE));
        outputs.addAll(Nyquist.COLUMNS);
        return outputs;
    }

    /** What is known of the resistance, and how far it may be trusted. */
    private record Resistance(Quantity value, Quality quality, Values fit) {}

    /** Ready to use. */
    public CellConstant() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Resistance resistance = resistance(all);
        StandardSolution standard = standard(all);
        Quantity temperature = all.quantity(TEMPERATURE.name()).to(Unit.of("Cel"));
        double kappa = standard.at(temperature.value());
        Budget budget = budget(standard, resistance.value(), temperature);
        double constant = kappa * resistance.value().value() / 1000;
        return Values.of(CONSTANT.name(), Quantity.of(constant, constant * budget.relative(), "cm-1"))
                .with(CONDUCTIVITY.name(), Quantity.of(kappa, kappa * standard.relative(), "mS/cm"))
                .with(RESISTANCE.name(), resistance.value())
                .with(Quality.OUTPUT.name(), judged(resistance, temperature).text())
                .with(budget.values())
                .with(resistance.fit());
    }

    private static Budget budget(StandardSolution standard, Quantity resistance, Quantity temperature) {
        double kelvin = known(temperature, Conductivity.USUAL_TEMPERATURE_UNCERTAINTY);
        return new Budget(
                SOURCE,
                standard.relative(),
                known(resistance, 0) / resistance.value(),
                Math.abs(standard.slope(temperature.value())) * kelvin);
    }

    private static Quality judged(Resistance resistance, Quantity temperature) {
        return Double.isNaN(temperature.uncertainty())
                ? resistance
                        .quality()
                        .flag(
                                OK,
                                "temperature_uncertainty_missing: " + Conductivity.USUAL_TEMPERATURE_UNCERTAINTY
                                        + " K used")
                : resistance.quality();
    }

    private static StandardSolution standard(Values all) {
        String name = all.get(STANDARD);
        return name.equals(StandardSolution.TABLE)
                ? StandardSolution.table(all.get(TABLE_TEMPERATURE), all.get(TABLE_CONDUCTIVITY), all.get(TABLE_ERROR))
                : StandardSolution.named(name);
    }

    private static Resistance resistance(Values all) {
        double[] measured = all.get(MEASURED);
        double[] frequency = all.get(FREQUENCY);
        if (measured.length + Math.min(1, frequency.length) != 1) {
            throw new IllegalArgumentException(
                    "cell-constant: " + measured.length + " resistances in Ohm and a spectrum of " + frequency.length
                            + " points were given; give one spectrum or one resistance_measured");
        }
        return measured.length == 1 ? given(measured[0], all.get(MEASURED_ERROR)) : fitted(all);
    }

    private static Resistance given(double resistance, double[] error) {
        if (!(resistance > 0) || error.length > 1 || (error.length == 1 && error[0] < 0)) {
            throw new IllegalArgumentException("cell-constant: resistance_measured = " + resistance + " Ohm with "
                    + error.length + " uncertainties; give one above 0 Ohm with one uncertainty, 0 Ohm or more");
        }
        Quality quality =
                error.length == 1 ? Quality.ok() : Quality.ok().flag(OK, "resistance_uncertainty_missing: 0 Ohm used");
        Quantity value = Quantity.of(resistance, error.length == 1 ? error[0] : Double.NaN, "Ohm");
        return new Resistance(value, quality, Nyquist.none());
    }

    private static Resistance fitted(Values all) {
        Spectrum spectrum = Spectrum.of(all.get(FREQUENCY), all.get(REAL), all.get(IMAGINARY));
        BulkResistance found = BulkResistance.of(spectrum);
        return new Resistance(
                found.resistance(),
                Judgement.of(spectrum, found),
                Nyquist.of(spectrum, found.fit().circuit()));
    }

    private static double known(Quantity quantity, double otherwise) {
        return Double.isNaN(quantity.uncertainty()) ? otherwise : quantity.uncertainty();
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        Values all = CAPABILITY.completed(inputs);
        return List.of(
                Nyquist.chart(all.get(REAL), all.get(IMAGINARY), outputs, outputs.get(RESISTANCE)),
                Budget.chart(SOURCE, outputs));
    }
}
