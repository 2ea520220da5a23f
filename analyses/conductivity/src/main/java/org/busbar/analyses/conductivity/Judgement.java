package org.busbar.analyses.conductivity;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.REJECTED;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.busbar.analyses.impedance.RunsTest;
import org.busbar.api.analysis.Quality;

/** Looks at a fit for the reasons to distrust its resistance. What leaves the resistance alone leaves the level alone. */
final class Judgement {

    private static final double NEAR_BOUND = 1e-6;
    private static final double CORRELATED = 0.98;
    /** Below this relative noise residuals are rounding, not measurement. */
    private static final double ROUNDING = 1e-6;
    /** Misfit above which a rejected model is of no use. */
    private static final double USELESS = 0.05;
    /** The resistance should be at least this part of |Z| somewhere. */
    private static final double SEEN = 0.5;
    /** The resistance must be at least this part of |Z| somewhere: less is a detail of the electrodes. */
    private static final double GUESSED = 0.05;

    private Judgement() {}

    static Quality of(Spectrum spectrum, BulkResistance found) {
        CircuitFit fit = found.fit();
        Quality quality = found.leftOut()
                .map(l -> Quality.ok().flag(OK, "not_identifiable: " + l + ", left out"))
                .orElse(Quality.ok());
        quality = bounds(quality, fit.circuit().exponent());
        quality = correlations(quality, fit);
        quality = residuals(quality, fit, 0, "z_real");
        quality = residuals(quality, fit, 1, "z_imag");
        return reach(quality, fit.circuit().resistance(), spectrum).and(Consistency.of(spectrum));
    }

    private static Quality bounds(Quality quality, double exponent) {
        if (exponent >= 1 - NEAR_BOUND) {
            return quality.flag(OK, "at_bound: alpha = 1");
        }
        return exponent <= BulkResistance.LEAST_EXPONENT + NEAR_BOUND
                ? quality.flag(REJECTED, "at_bound: alpha = " + BulkResistance.LEAST_EXPONENT)
                : quality;
    }

    /** L is left out: it moves the imaginary part only, and R the real part only. */
    private static Quality correlations(Quality quality, CircuitFit fit) {
        List<String> names = fit.freedom().exponent() ? List.of("ln |Z_CPE|", "ln alpha") : List.of("ln |Z_CPE|");
        Quality judged = quality;
        for (int i = 1; i <= names.size(); i++) {
            double correlation = fit.covariance().getEntry(0, i) / fit.error(0) / fit.error(i);
            if (Math.abs(correlation) > CORRELATED) {
                judged =
                        judged.flag(SUSPICIOUS, correlated(names.get(i - 1), correlation, fit.error(0) / fit.error(i)));
            }
        }
        return judged;
    }

    private static String correlated(String name, double correlation, double ratio) {
        return String.format(
                Locale.ROOT,
                "correlated: ln R and %s by %.4f, only ln R %+.3g * %s is determined",
                name,
                correlation,
                -Math.signum(correlation) * ratio,
                name);
    }

    private static Quality residuals(Quality quality, CircuitFit fit, int offset, String name) {
        double[] residuals = IntStream.range(0, fit.residuals().getDimension() / 2)
                .mapToDouble(i -> fit.residuals().getEntry(2 * i + offset))
                .toArray();
        RunsTest test = RunsTest.of(residuals);
        if (fit.noise() < ROUNDING || !test.rejects()) {
            return quality;
        }
        return quality.flag(
                fit.noise() > USELESS ? REJECTED : SUSPICIOUS,
                String.format(
                        Locale.ROOT,
                        "model_rejected: %d runs of %s, %.1f expected (%.1f s.d., p < .001), misfit %.2g %%",
                        test.runs(),
                        name,
                        test.expected(),
                        test.deviation(),
                        100 * fit.noise()));
    }

    private static Quality reach(Quality quality, double resistance, Spectrum spectrum) {
        double share = resistance / spectrum.smallest();
        return share >= SEEN
                ? quality
                : quality.flag(
                        share < GUESSED ? REJECTED : SUSPICIOUS,
                        String.format(Locale.ROOT, "extrapolated: R is at most %.2g %% of |Z|", 100 * share));
    }
}
