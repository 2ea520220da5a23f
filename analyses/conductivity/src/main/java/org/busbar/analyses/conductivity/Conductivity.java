package org.busbar.analyses.conductivity;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.Locale;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.analysis.Quality;

/**
 * &kappa; = K/R with (u(&kappa;)/&kappa;)<sup>2</sup> = (u(K)/K)<sup>2</sup> + (u(R)/R)<sup>2</sup> + (E<sub>a</sub>
 * u(T)/(R<sub>g</sub> T<sup>2</sup>))<sup>2</sup>: first-order propagation (JCGM 100:2008, GUM).
 *
 * @param activationEnergy E<sub>a</sub>, J/mol, 0 or more
 */
record Conductivity(Quantity cellConstant, Quantity resistance, Quantity temperature, double activationEnergy) {

    /** J/mol, typical of carbonate electrolytes near room temperature. */
    static final double ACTIVATION_ENERGY = 16_400;
    /** J/(mol.K), CODATA 2018. */
    static final double GAS_CONSTANT = 8.314462618;
    /** K, of a thermostat that states none. */
    static final double USUAL_TEMPERATURE_UNCERTAINTY = 0.1;

    private static final double LINEAR = 0.2;
    private static final Unit PER_CM = Unit.of("cm-1");
    private static final Unit OHM = Unit.of("Ohm");
    private static final Unit KELVIN = Unit.of("K");

    Conductivity {
        cellConstant = cellConstant.to(PER_CM);
        resistance = resistance.to(OHM);
        temperature = temperature.to(KELVIN);
    }

    /** &kappa; in mS/cm. */
    Quantity value() {
        double kappa = 1000 * cellConstant.value() / resistance.value();
        return Quantity.of(kappa, kappa * relative(), "mS/cm");
    }

    /** {@code quality} and what is to be said about the uncertainties. */
    Quality judge(Quality quality) {
        Quality judged = quality;
        if (Double.isNaN(cellConstant.uncertainty())) {
            judged = judged.flag(OK, "cell_constant_uncertainty_missing: 0 cm-1 used");
        }
        if (Double.isNaN(temperature.uncertainty())) {
            judged = judged.flag(OK, "temperature_uncertainty_missing: " + USUAL_TEMPERATURE_UNCERTAINTY + " K used");
        }
        return relative() <= LINEAR
                ? judged
                : judged.flag(
                        SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "uncertainty_large: %.0f %% of the conductivity, first-order only",
                                100 * relative()));
    }

    /** u(K)/K. */
    double fromCellConstant() {
        return known(cellConstant, 0) / cellConstant.value();
    }

    /** u(R)/R. */
    double fromResistance() {
        return resistance.uncertainty() / resistance.value();
    }

    /** What u(T) does to &kappa;, relative to it. */
    double fromTemperature() {
        double kelvin = temperature.value();
        return activationEnergy * known(temperature, USUAL_TEMPERATURE_UNCERTAINTY) / (GAS_CONSTANT * kelvin * kelvin);
    }

    private double relative() {
        return Math.hypot(Math.hypot(fromCellConstant(), fromResistance()), fromTemperature());
    }

    private static double known(Quantity quantity, double otherwise) {
        return Double.isNaN(quantity.uncertainty()) ? otherwise : quantity.uncertainty();
    }
}
