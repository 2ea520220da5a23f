package org.busbar.analyses.conductivity;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.real;
import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.List;
import java.util.Locale;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.osgi.service.component.annotations.Component;

/**
 * Turns a conductivity at one temperature into that at another, by an activation energy or by B and T<sub>0</sub> of
 * Vogel, Tammann and Fulcher, which are taken as exact.
 */
@Component
@LabId("temperature-correction")
public final class TemperatureCorrection implements Analysis {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double FAR = 10;
    private static final Unit KELVIN = Unit.of("K");
    private static final Real CONDUCTIVITY = real("conductivity", "S/m", 0, INFINITE);
    private static final Real TEMPERATURE = real("temperature", "K", 100, 1000);
    private static final Real REFERENCE = real("reference_temperature", "K", 100, 1000);
    private static final Choice LAW = choice("law", "arrhenius", "vtf");
    private static final Real ENERGY = real("activation_energy", "J/mol", 0, INFINITE);
    private static final Real B = real("vtf_b", "K", 0, INFINITE);
    private static final Real T0 = real("vtf_t0", "K", 0, 1000);
    private static final Real CORRECTED = real("conductivity_at_reference", "S/m", 0, INFINITE);
    private static final Real FACTOR = real("factor", "1", 0, INFINITE);

    private static final Capability CAPABILITY = new Capability(
                    "temperature-correction",
                    List.of(CONDUCTIVITY, TEMPERATURE, REFERENCE, LAW, ENERGY, B, T0),
                    List.of(CORRECTED, FACTOR, Quality.OUTPUT))
            .byDefault(REFERENCE.name(), Quantity.of(298.15, "K"))
            .byDefault(LAW.name(), new Text("arrhenius"))
            .byDefault(ENERGY.name(), Quantity.of(Conductivity.ACTIVATION_ENERGY, "J/mol"))
            .byDefault(B.name(), Quantity.of(0, "K"))
            .byDefault(T0.name(), Quantity.of(0, "K"));

    /** Ready to use. */
    public TemperatureCorrection() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Quantity from = all.quantity(TEMPERATURE.name()).to(KELVIN);
        double to = all.get(REFERENCE);
        boolean arrhenius = all.get(LAW).equals("arrhenius");
        requireLaw(all, arrhenius, Math.min(from.value(), to));
        double change = change(all, arrhenius, from.value(), to);
        double relative = Math.hypot(energy(all, arrhenius, from.value(), to), reading(all, arrhenius, from));
        Quantity kappa = all.quantity(CONDUCTIVITY.name()).to(CONDUCTIVITY.unit());
        double corrected = kappa.value() * Math.exp(change);
        double own = kappa.uncertainty() / kappa.value();
        double whole = kappa.value() > 0 ? corrected * Math.hypot(known(own), relative) : 0;
        return Values.of(CORRECTED.name(), Quantity.of(corrected, whole, "S/m"))
                .with(FACTOR.name(), Quantity.of(Math.exp(change), Math.exp(change) * relative, "1"))
                .with(Quality.OUTPUT.name(), quality(kappa, from.value() - to).text());
    }

    private static void requireLaw(Values all, boolean arrhenius, double lowest) {
        if (!arrhenius && (all.get(B) == 0 || all.get(T0) >= lowest)) {
            throw new IllegalArgumentException("temperature-correction: law = vtf with vtf_b = " + all.get(B)
                    + " K and vtf_t0 = " + all.get(T0)
                    + " K; give vtf_b above 0 K and vtf_t0 below the lower temperature, "
                    + lowest + " K");
        }
    }

    /** ln of the conductivity at {@code to} less that at {@code from}. */
    private static double change(Values all, boolean arrhenius, double from, double to) {
        if (arrhenius) {
            return all.get(ENERGY) / Conductivity.GAS_CONSTANT * (1 / from - 1 / to);
        }
        double b = all.get(B);
        double t0 = all.get(T0);
        return 0.5 * Math.log(from / to) + b / (from - t0) - b / (to - t0);
    }

    private static double energy(Values all, boolean arrhenius, double from, double to) {
        double error = all.quantity(ENERGY.name()).to(ENERGY.unit()).uncertainty();
        return arrhenius ? known(error) / Conductivity.GAS_CONSTANT * Math.abs(1 / from - 1 / to) : 0;
    }

    private static double reading(Values all, boolean arrhenius, Quantity from) {
        double kelvin = from.value();
        double above = kelvin - all.get(T0);
        double slope = arrhenius
                ? all.get(ENERGY) / (Conductivity.GAS_CONSTANT * kelvin * kelvin)
                : all.get(B) / (above * above) - 0.5 / kelvin;
        return known(from.uncertainty()) * Math.abs(slope);
    }

    private static Quality quality(Quantity kappa, double distance) {
        Quality quality = Math.abs(distance) > FAR
                ? Quality.ok()
                        .flag(
                                SUSPICIOUS,
                                String.format(Locale.ROOT, "extrapolated: by %.1f K, at most %.0f K", distance, FAR))
                : Quality.ok();
        return Double.isNaN(kappa.uncertainty())
                ? quality.flag(OK, "conductivity_uncertainty_missing: 0 S/m used")
                : quality;
    }

    private static double known(double uncertainty) {
        return Double.isNaN(uncertainty) ? 0 : uncertainty;
    }
}
