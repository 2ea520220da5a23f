package org.busbar.analyses.eis.fit;

import org.busbar.analyses.impedance.Spectrum;

/** What residuals are divided by before they are squared. */
public enum Weighting {
    /** |Z| of the point: each point counts by its relative error. */
    MODULUS {
        @Override
        double weight(Spectrum spectrum, int point) {
            return 1 / spectrum.modulus(point);
        }
    },
    /** 1 Ohm. */
    UNIT {
        @Override
        double weight(Spectrum spectrum, int point) {
            return 1;
        }
    };

    abstract double weight(Spectrum spectrum, int point);
}
