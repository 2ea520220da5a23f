package org.busbar.analyses.gitt;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.analysis.Quality;

/** Reasons to distrust the results of a recording. */
final class Verdict {

    /** Up to here the formula of short times is within 5 % or so. */
    private static final double SHORT = 0.002;

    private static final double DRIFTING = 0.05;
    private static final double LINEAR = 0.2;
    /** V; smaller residuals are rounding. */
    private static final double ROUNDING = 1e-6;
    /** Part of a pulse; with samples further apart it matters when exactly the current changed. */
    private static final double COARSE = 0.01;

    private final Selection selection;
    private final Settings settings;

    Verdict(Selection selection, Settings settings) {
        this.selection = selection;
        this.settings = settings;
    }

    Quality quality() {
        return lost(Quality.ok())
                .and(directions())
                .and(window())
                .and(rests())
                .and(misfits())
                .and(changes())
                .and(uncertainties());
    }

    private Quality lost(Quality before) {
        int all = selection.findings().size() + selection.leftOut().size();
        Quality.Level level = 2 * selection.leftOut().size() > all ? SUSPICIOUS : OK;
        Quality quality = before;
        for (String word : List.of("not_identifiable", "too_few_points", "start_unknown")) {
            List<LeftOut> alike = selection.leftOut().stream()
                    .filter(l -> l.word().equals(word))
                    .toList();
            quality = alike.isEmpty() ? quality : quality.flag(level, word + ": " + lost(alike, all));
        }
        return quality;
    }

    private static String lost(List<LeftOut> alike, int all) {
        return alike.size() + " of " + all + " pulses left out, number "
                + numbers(alike.stream().map(l -> l.pulse().number())) + ", first: "
                + alike.get(0).reason();
    }

    private Quality directions() {
        long charges =
                selection.findings().stream().filter(f -> f.pulse().charges()).count();
        long discharges = selection.findings().size() - charges;
        return charges == 0 || discharges == 0
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                OK,
                                "mixed_directions: " + charges + " pulses of charge and " + discharges
                                        + " of discharge, told apart by the column direction");
    }

    private Quality window() {
        double largest = selection.findings().stream()
                .mapToDouble(Finding::formulaTheta)
                .max()
                .orElse(0);
        if (settings.is(Method.SERIES) || largest <= SHORT) {
            return Quality.ok();
        }
        String ratios = selection.findings().stream()
                .flatMap(f -> f.formula().map(d -> d / f.fit().diffusivity()).stream())
                .min(Comparator.naturalOrder())
                .map(r -> String.format(Locale.ROOT, ", formula/fit from %.3f", r))
                .orElse("");
        return Quality.ok()
                .flag(
                        SUSPICIOUS,
                        String.format(
                                Locale.ROOT, "window_biased: theta = %.3g, at most %.3f%s", largest, SHORT, ratios));
    }

    private Quality rests() {
        return flagged(
                settings.is(Method.SERIES) ? OK : SUSPICIOUS,
                "not_relaxed",
                f -> settings.protocol() == Protocol.GITT
                        && Relaxation.of(f.pulse()).share() > DRIFTING,
                f -> String.format(
                        Locale.ROOT,
                        "%.2g %% of the pulse in the last minute",
                        100 * Relaxation.of(f.pulse()).share()));
    }

    private Quality misfits() {
        return flagged(
                SUSPICIOUS,
                "model_rejected",
                f -> f.fit().noise() > ROUNDING && Runs.of(f.fit().residuals()).rejects(),
                f -> String.format(
                        Locale.ROOT,
                        "%d runs of residuals, %.1f expected (p < .001), misfit %.2g mV",
                        Runs.of(f.fit().residuals()).count(),
                        Runs.of(f.fit().residuals()).expected(),
                        1000 * f.fit().noise()));
    }

    private Quality changes() {
        return flagged(
                OK,
                "change_of_current_coarse",
                f -> Relaxation.gap(f.pulse()) > COARSE,
                f -> String.format(
                        Locale.ROOT,
                        "no sample for %.2g %% of the pulse around a change of current",
                        100 * Relaxation.gap(f.pulse())));
    }

    private Quality uncertainties() {
        Quality large = flagged(
                SUSPICIOUS,
                "uncertainty_large",
                f -> f.relative() > LINEAR,
                f -> String.format(Locale.ROOT, "u(D)/D = %.2g, first-order only", f.relative()));
        return Double.isNaN(settings.radius().uncertainty())
                ? large.flag(OK, "radius_uncertainty_missing: 0 m used")
                : large;
    }

    private Quality flagged(
            Quality.Level level, String word, Predicate<Finding> concerned, Function<Finding, String> reason) {
        List<Finding> some = selection.findings().stream().filter(concerned).toList();
        return some.isEmpty()
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                level,
                                word + ": pulse "
                                        + numbers(
                                                some.stream().map(f -> f.pulse().number())) + ", first: "
                                        + reason.apply(some.get(0)));
    }

    private static String numbers(Stream<Integer> all) {
        List<Integer> numbers = all.toList();
        String shown = numbers.stream().limit(10).map(String::valueOf).collect(Collectors.joining(" "));
        return numbers.size() > 10 ? shown + " and " + (numbers.size() - 10) + " more" : shown;
    }
}
