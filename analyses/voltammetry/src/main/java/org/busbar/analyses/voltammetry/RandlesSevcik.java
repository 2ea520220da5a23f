package org.busbar.analyses.voltammetry;

import org.busbar.api.Quantity;

/**
 * Reversible peak current: |i_p| = .4463 n F A c sqrt(n F v D/(R T)) (J. E. B. Randles, Trans. Faraday Soc. 44, 327, 1948,
 * doi 10.1039/TF9484400327; R. S. Nicholson, I. Shain, Anal. Chem. 36, 706, 1964, doi 10.1021/ac60210a007).
 */
record RandlesSevcik(Electrode electrode, Known kelvin) {

    private static final double PEAK = 0.4463;

    /**
     * D from |i_p|/sqrt(v).
     *
     * @param slope A (V/s)^-1/2
     * @param relative its relative standard uncertainty
     * @return m2/s, with uncertainty
     */
    Quantity diffusivity(double slope, double relative) {
        double root = slope / (PEAK * electrode.charge());
        double d = root * root * electrode.thermalVoltage(kelvin.value());
        double part = 2 * Math.hypot(relative, electrode.relative());
        return Quantity.of(d, d * Math.hypot(part, kelvin.relative()), "m2/s");
    }
}
