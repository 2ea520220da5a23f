package org.busbar.analyses.conductivity;

import java.util.Arrays;
import org.busbar.api.Values;

/** Makes a temperature series of complete inputs, or says why they are none. */
final class SeriesReader {

    private static final int FEWEST = 3;

    private SeriesReader() {}

    /** @throws IllegalArgumentException if columns, numbers or uncertainties do not fit */
    static TemperatureSeries of(Values all) {
        double[] kelvin = all.get(ArrheniusTerms.TEMPERATURE);
        double[] kappa = all.get(ArrheniusTerms.CONDUCTIVITY);
        double[] error = all.get(ArrheniusTerms.UNCERTAINTY);
        requireLength("conductivity", kappa.length, kelvin.length);
        requireAbove("temperature", kelvin, "K");
        requireAbove("conductivity", kappa, "S/m");
        double common = all.get(ArrheniusTerms.CELL);
        double[] ones = new double[kelvin.length];
        Arrays.fill(ones, 1);
        TemperatureSeries plain = new TemperatureSeries(
                kelvin, Arrays.stream(kappa).map(Math::log).toArray(), ones, false, common);
        requireTemperatures(plain);
        if (error.length == 0) {
            return plain;
        }
        requireLength("conductivity_uncertainty", error.length, kelvin.length);
        requireAbove("conductivity_uncertainty", error, "S/m");
        return plain.with(sigma(plain, kappa, error, all));
    }

    private static double[] sigma(TemperatureSeries plain, double[] kappa, double[] error, Values all) {
        boolean whole = all.get(ArrheniusTerms.HOLDS).equals("all");
        double thermostat = all.get(ArrheniusTerms.THERMOSTAT);
        double energy = Arrhenius.of(plain).energy();
        double[] sigma = new double[kappa.length];
        for (int i = 0; i < sigma.length; i++) {
            double own = error[i] / kappa[i];
            double kelvin = plain.kelvin()[i];
            double fromTemperature = energy * thermostat / (Conductivity.GAS_CONSTANT * kelvin * kelvin);
            sigma[i] = whole ? without(own, plain.common(), i) : Math.hypot(own, fromTemperature);
        }
        return sigma;
    }

    private static double without(double all, double common, int row) {
        if (!(all > common)) {
            throw new IllegalArgumentException("arrhenius: conductivity_uncertainty is " + 100 * all
                    + " % of the conductivity at position " + row + ", not above cell_constant_uncertainty = "
                    + 100 * common + " %, which it should hold; set uncertainty_holds = resistance if it does not");
        }
        return Math.sqrt(all * all - common * common);
    }

    private static void requireTemperatures(TemperatureSeries series) {
        if (series.size() < FEWEST || series.temperatures() < FEWEST) {
            throw new IllegalArgumentException("arrhenius: " + series.size() + " points at "
                    + (series.size() == 0 ? 0 : series.temperatures()) + " temperatures are too few for a fit; give "
                    + FEWEST + " temperatures or more, 4 or more for VTF");
        }
    }

    private static void requireLength(String name, int length, int temperatures) {
        if (length != temperatures) {
            throw new IllegalArgumentException("arrhenius: " + name + " has " + length + " values but temperature has "
                    + temperatures + "; give one per temperature");
        }
    }

    private static void requireAbove(String name, double[] column, String unit) {
        for (int i = 0; i < column.length; i++) {
            if (!(column[i] > 0)) {
                throw new IllegalArgumentException("arrhenius: " + name + " = " + column[i] + " " + unit
                        + " at position " + i + " is not above 0 " + unit + "; correct or remove the point");
            }
        }
    }
}
