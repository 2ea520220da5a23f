package org.busbar.drivers.methodscript;

import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Real;

/**
 * A checked configuration.
 *
 * @param potentialMin lowest potential that the instrument can apply, V
 * @param potentialMax highest one, V
 * @param currentMin the most sensitive range to be used, A
 * @param currentMax the widest one, A
 * @param frequencyMax highest frequency of its impedance spectra, Hz
 */
record Settings(
        String serialNumber,
        double potentialMin,
        double potentialMax,
        double currentMin,
        double currentMax,
        double frequencyMax) {

    Settings {
        require(potentialMin >= -10, "potential_min", potentialMin, "V", "at least -10");
        require(potentialMax <= 10, "potential_max", potentialMax, "V", "at most 10");
        require(potentialMin < potentialMax, "potential_min", potentialMin, "V", "below potential_max");
        require(currentMin >= 1e-10 && currentMin <= 1, "current_min", currentMin, "A", "from 1e-10 to 1");
        require(currentMax >= currentMin && currentMax <= 10, "current_max", currentMax, "A", "from current_min to 10");
        require(frequencyMax >= 1 && frequencyMax <= 1e7, "frequency_max", frequencyMax, "Hz", "from 1 to 1e7");
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Settings of(Potentiostat.Config config) {
        return new Settings(
                config.serial_number().strip(),
                config.potential_min(),
                config.potential_max(),
                config.current_min(),
                config.current_max(),
                config.frequency_max());
    }

    /** A potential that the instrument can apply. */
    Real potential(String name) {
        return Parameter.real(name, "V", potentialMin, potentialMax);
    }

    private static void require(boolean right, String name, double value, String unit, String wanted) {
        if (!right) {
            throw new IllegalArgumentException(name + " = " + value + " " + unit + " must be " + wanted);
        }
    }
}
