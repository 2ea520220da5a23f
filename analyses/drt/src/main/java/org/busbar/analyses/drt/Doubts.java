package org.busbar.analyses.drt;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.busbar.analyses.impedance.KramersKronig;
import org.busbar.analyses.impedance.RunsTest;
import org.busbar.api.analysis.Quality;

/** Looks at a distribution for the reasons to distrust it. */
final class Doubts {

    private static final double SMALL = 0.05;
    private static final double NEAR = 0.5;
    /** Below this relative noise the residuals are those of the smoothing. */
    private static final double NOISE = 1e-3;

    private static final double ROUNDING = 1e-6;

    private Doubts() {}

    static Quality of(KramersKronig test, Solution solution, Solution smoother, boolean chosen) {
        Quality quality = test.quality();
        quality = test.fit().capacitor() ? quality.flag(SUSPICIOUS, blocked(solution)) : quality;
        quality = chosen ? bound(quality, solution.lambda()) : quality;
        for (Peak peak : Peak.of(solution.grid(), solution.gamma())) {
            quality = peak(quality, peak, solution.grid(), Peak.of(smoother.grid(), smoother.gamma()));
        }
        quality = runs(quality, solution, 0, "z_real");
        return runs(quality, solution, 1, "z_imag");
    }

    private static String blocked(Solution solution) {
        return String.format(
                Locale.ROOT,
                "extrapolated: the spectrum ends in a capacitance, area = %.4g Ohm is not all of it",
                solution.polarisation());
    }

    private static Quality bound(Quality quality, double lambda) {
        boolean least = lambda <= Regularisation.LEAST_LAMBDA * (1 + ROUNDING);
        boolean most = lambda >= Regularisation.MOST_LAMBDA * (1 - ROUNDING);
        return least || most
                ? quality.flag(OK, String.format(Locale.ROOT, "at_bound: lambda = %.0e", lambda))
                : quality;
    }

    private static Quality peak(Quality quality, Peak peak, Grid grid, List<Peak> smoother) {
        Quality judged = quality;
        if (peak.share() < SMALL) {
            judged = judged.flag(SUSPICIOUS, small(peak));
        }
        if (smoother.stream().noneMatch(other -> decades(other.tau(), peak.tau()) < NEAR)) {
            judged = judged.flag(SUSPICIOUS, at("not_identifiable", peak) + " is not there at 3 lambda");
        }
        double[] tau = grid.tau();
        double end = Math.min(decades(peak.tau(), tau[0]), decades(peak.tau(), tau[tau.length - 1]));
        return end < NEAR
                ? judged.flag(SUSPICIOUS, at("extrapolated", peak) + " is within half a decade of the end of the grid")
                : judged;
    }

    private static String small(Peak peak) {
        return String.format(
                Locale.ROOT,
                "%s has %.2g %% of the area, 5 %% needed",
                at("not_identifiable", peak),
                100 * peak.share());
    }

    private static String at(String word, Peak peak) {
        return String.format(Locale.ROOT, "%s: peak at %.3g s", word, peak.tau());
    }

    private static double decades(double one, double other) {
        return Math.abs(StrictMath.log10(one / other));
    }

    private static Quality runs(Quality quality, Solution solution, int offset, String name) {
        double[] residuals = solution.residuals();
        RunsTest test = RunsTest.of(IntStream.range(0, residuals.length / 2)
                .mapToDouble(i -> residuals[2 * i + offset])
                .toArray());
        boolean rejected = test.rejects() && solution.noise() > NOISE;
        return rejected
                ? quality.flag(
                        SUSPICIOUS,
                        String.format(
                                Locale.ROOT,
                                "model_rejected: %s, p < .001, misfit %.2g %%",
                                test.finding(name),
                                100 * solution.noise()))
                : quality;
    }
}
