package org.busbar.analyses.importance;

import java.util.Locale;
import java.util.Optional;
import org.busbar.analyses.tables.Chosen;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/** What must be said about a model that was checked. */
final class Verdict {

    private static final double LEAST_COVERAGE = 0.90;
    private static final double MOST_COVERAGE = 0.99;

    private Verdict() {}

    static Quality of(Chosen chosen, Comparison comparison, Repeats repeats) {
        CrossValidation best = comparison.strict().get(comparison.choice());
        Quality quality = Answer.quality(chosen);
        quality = flagged(
                quality, Level.SUSPICIOUS, "leakage", comparison.leakage().or(() -> ungrouped(chosen, repeats)));
        quality = flagged(
                quality, Level.SUSPICIOUS, "model_rejected", RunsTest.refusal(best.predicted(), best.residuals()));
        quality = flagged(quality, Level.REJECTED, "model_rejected", useless(best));
        quality = flagged(quality, Level.SUSPICIOUS, "coverage", coverage(best));
        return flagged(
                quality,
                Level.SUSPICIOUS,
                "unit_error",
                GroupRatios.of(chosen, best).unitError());
    }

    private static Quality flagged(Quality quality, Level atBest, String word, Optional<String> found) {
        return found.map(text -> quality.flag(atBest, word + ": " + Answer.plain(text)))
                .orElse(quality);
    }

    private static Optional<String> ungrouped(Chosen chosen, Repeats repeats) {
        return chosen.groups().isEmpty() && repeats.any()
                ? Optional.of(repeats.rows() - repeats.distinct()
                        + " rows repeat the inputs of others, which folds of rows tear apart, name a group")
                : Optional.empty();
    }

    private static Optional<String> useless(CrossValidation best) {
        return best.r2() <= 0
                ? Optional.of(String.format(Locale.ROOT, "R2 of rows not seen is %.3f", best.r2()))
                : Optional.empty();
    }

    private static Optional<String> coverage(CrossValidation best) {
        double coverage = best.coverage();
        return coverage < LEAST_COVERAGE || coverage > MOST_COVERAGE
                ? Optional.of(
                        String.format(Locale.ROOT, "%.1f %% of the rows lie in their 95 %% interval", 100 * coverage))
                : Optional.empty();
    }
}
