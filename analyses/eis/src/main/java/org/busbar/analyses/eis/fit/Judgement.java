package org.busbar.analyses.eis.fit;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.REJECTED;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.Locale;
import org.busbar.analyses.eis.circuit.Slot;
import org.busbar.analyses.impedance.RunsTest;
import org.busbar.api.Quantity;
import org.busbar.api.analysis.Quality;
import org.hipparchus.special.Gamma;

/** Looks at a fit for the reasons to distrust its parameters. */
public final class Judgement {

    private static final double UNKNOWN = 0.5;
    private static final double CORRELATED = 0.98;
    private static final double NEAR_BOUND = 1e-6;
    private static final double LOCAL = 0.99;
    private static final double UNLIKELY = 0.001;
    /** Below this relative residual it is rounding, not measurement. */
    private static final double ROUNDING = 1e-6;
    /** Relative residual above which a rejected model is of no use. */
    private static final double USELESS = 0.05;

    private final CircuitFit fit;

    private Judgement(CircuitFit fit) {
        this.fit = fit;
    }

    /** @param noise relative standard deviation of a single real number; 0 if it is not known */
    public static Quality of(CircuitFit fit, double noise) {
        Judgement judgement = new Judgement(fit);
        Quality quality = judgement.search(Quality.ok());
        for (int i = 0; i < fit.slots().size(); i++) {
            quality = fit.coordinate(i).free() ? judgement.parameter(quality, i) : quality;
        }
        quality = judgement.correlations(quality);
        return judgement.model(quality, noise);
    }

    private Quality search(Quality quality) {
        Quality judged = fit.converged()
                ? quality
                : quality.flag(
                        REJECTED, "no_convergence: ssr " + format("%.6g", fit.squares()) + " may not be the least");
        return fit.lowest() >= LOCAL * fit.squares()
                ? judged
                : judged.flag(
                        SUSPICIOUS,
                        format(
                                "local_minimum: ssr %.4g from the start values, %.4g from others",
                                fit.squares(), fit.lowest()));
    }

    private Quality parameter(Quality quality, int index) {
        Coordinate coordinate = fit.coordinate(index);
        double value = fit.values()[index];
        boolean low = near(coordinate, value, coordinate.bound().low());
        boolean high = near(coordinate, value, coordinate.bound().high());
        if (!low && !high) {
            return identified(quality, index);
        }
        if (coordinate.logarithmic() && !coordinate.chosen()) {
            return quality.flag(
                    SUSPICIOUS,
                    "not_identifiable: " + named(index) + " runs to " + (low ? "0" : "infinity") + " without effect");
        }
        boolean harmless = !coordinate.chosen() && (coordinate.slot().kind() == Slot.Kind.INDUCTANCE ? low : high);
        return quality.flag(harmless ? OK : SUSPICIOUS, "at_bound: " + named(index));
    }

    private static boolean near(Coordinate coordinate, double value, double bound) {
        double scale = coordinate.logarithmic() ? bound : Math.min(1, bound);
        return Math.abs(value - bound) <= NEAR_BOUND * scale;
    }

    private Quality identified(Quality quality, int index) {
        double share = fit.error(index) / fit.values()[index];
        if (share > UNKNOWN) {
            return quality.flag(SUSPICIOUS, "not_identifiable: " + named(index) + format(" +- %.2g", fit.error(index)));
        }
        return fit.runsFree(index)
                ? quality.flag(SUSPICIOUS, "not_identifiable: " + named(index) + " can run away for 1 % of misfit")
                : quality;
    }

    /** As in {@code R1 = 20 Ohm}, to five digits. */
    private String named(int index) {
        Slot slot = fit.slots().get(index);
        double rounded = Double.parseDouble(format("%.4e", fit.values()[index]));
        return slot.name() + " = " + Quantity.of(rounded, slot.unit());
    }

    /** The standard errors hold the correlation already, so the level stays. */
    private Quality correlations(Quality quality) {
        Quality judged = quality;
        for (int i = 0; i < fit.slots().size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(fit.correlation(i, j)) > CORRELATED) {
                    boolean better = fit.coordinateError(j) <= fit.coordinateError(i);
                    judged = judged.flag(OK, better ? correlated(j, i) : correlated(i, j));
                }
            }
        }
        return judged;
    }

    /** @param one the one that is known better */
    private String correlated(int one, int other) {
        String first = fit.slots().get(one).name();
        String second = fit.slots().get(other).name();
        double correlation = fit.correlation(one, other);
        double ratio = -correlation * fit.coordinateError(one) / fit.coordinateError(other);
        boolean powers =
                fit.coordinate(one).logarithmic() && fit.coordinate(other).logarithmic();
        String combination = powers
                ? first + " * " + second + format("^%.3g", ratio)
                : logarithm(one) + format(" %+.3g * ", ratio) + logarithm(other);
        return format("correlated: %s and %s by %.4f, best determined is %s", first, second, correlation, combination);
    }

    private String logarithm(int index) {
        String name = fit.slots().get(index).name();
        return fit.coordinate(index).logarithmic() ? "ln " + name : name;
    }

    private Quality model(Quality quality, double noise) {
        double[][] residuals = fit.relativeResiduals();
        double rms = Math.sqrt((squares(residuals[0]) + squares(residuals[1])) / (2 * residuals[0].length));
        Quality judged = noise > 0 ? chi2(quality, residuals, noise, rms) : quality;
        judged = runs(judged, residuals[0], "z_real", rms);
        return runs(judged, residuals[1], "z_imag", rms);
    }

    private Quality chi2(Quality quality, double[][] residuals, double noise, double rms) {
        double chi2 = (squares(residuals[0]) + squares(residuals[1])) / (noise * noise);
        double p = Gamma.regularizedGammaQ(fit.degrees() / 2.0, chi2 / 2);
        return p >= UNLIKELY
                ? quality
                : quality.flag(
                        rms > USELESS ? REJECTED : SUSPICIOUS,
                        format(
                                "model_rejected: chi2 %.4g for %d degrees of freedom, p = %.1e",
                                chi2, fit.degrees(), p));
    }

    private static Quality runs(Quality quality, double[] residuals, String name, double rms) {
        RunsTest test = RunsTest.of(residuals);
        return rms < ROUNDING || !test.rejects()
                ? quality
                : quality.flag(
                        rms > USELESS ? REJECTED : SUSPICIOUS,
                        "model_rejected: " + test.finding(name) + format(", misfit %.2g %%", 100 * rms));
    }

    private static double squares(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum;
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
