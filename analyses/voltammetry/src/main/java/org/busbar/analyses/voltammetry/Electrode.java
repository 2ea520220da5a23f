package org.busbar.analyses.voltammetry;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Values;

/** What every formula of diffusion to a planar electrode needs: area, bulk concentration, number of electrons. */
record Electrode(Known area, Known concentration, long electrons) {

    /** C/mol, CODATA 2018. */
    static final double FARADAY = 96485.33212;
    /** J/(mol.K), CODATA 2018. */
    static final double GAS = 8.314462618;

    /** The ends of a range are part of it, so a value no electrode has stands for "above 0". */
    static final Parameter.Real AREA = Parameter.real("area", "m2", 1e-18, Double.POSITIVE_INFINITY);

    static final Parameter.Real CONCENTRATION = Parameter.real("concentration", "mol/m3", 1e-9, 1e5);
    static final Parameter.Whole ELECTRONS = Parameter.whole("electrons", 1, 20);
    static final Parameter.Real TEMPERATURE = Parameter.real("temperature", "K", 100, 2000);
    static final List<Parameter> INPUTS = List.of(AREA, CONCENTRATION, ELECTRONS);

    static Electrode of(String analysis, Values inputs) {
        return new Electrode(
                Known.of(analysis, inputs, AREA), Known.of(analysis, inputs, CONCENTRATION), inputs.get(ELECTRONS));
    }

    /** n F A c, in C/m. */
    double charge() {
        return electrons * FARADAY * area.value() * concentration.value();
    }

    /** u(A c)/(A c): common to all that is measured with this electrode in this solution. */
    double relative() {
        return Math.hypot(area.relative(), concentration.relative());
    }

    /** R T/(n F) in V at that many kelvins. */
    double thermalVoltage(double kelvin) {
        return GAS * kelvin / (electrons * FARADAY);
    }
}
