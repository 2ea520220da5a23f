package org.busbar.analyses.voltammetry;

import java.util.Locale;
import org.busbar.api.Quantity;
import org.busbar.api.analysis.Quality;

/** Flags results whose uncertainty is too large for first-order propagation. */
final class LargeUncertainty {

    private static final double LINEAR = 0.2;

    private LargeUncertainty() {}

    /** {@code quality}, and a flag if the uncertainty of {@code result} is above 20 % of it. */
    static Quality judge(Quality quality, String name, Quantity result) {
        double relative = result.uncertainty() / Math.abs(result.value());
        return relative <= LINEAR
                ? quality
                : quality.flag(
                        Quality.Level.SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "uncertainty_large: %.0f %% of %s, first-order only",
                                100 * relative,
                                name));
    }
}
