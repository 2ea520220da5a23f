package org.busbar.analyses.importance;

import java.util.Locale;
import org.busbar.analyses.tables.Chosen;
import org.busbar.api.analysis.Quality;

/** The linear regressions of one table. */
record LinearStudy(Chosen chosen, Scaled scaled, Correlations correlations, LeastSquares fit) {

    private static final double CORRELATED = 0.98;

    /**
     * Fits the columns chosen.
     *
     * @throws IllegalArgumentException if there are too few rows, or inputs that cannot be told apart
     */
    static LinearStudy of(String analysis, Chosen chosen) {
        int inputs = chosen.inputs().size();
        if (chosen.rows() < inputs + 2) {
            throw new IllegalArgumentException(
                    analysis + ": " + chosen.rows() + " complete rows are too few for " + inputs
                            + " inputs and an intercept, at least " + (inputs + 2)
                            + " are needed; give more rows, name fewer inputs, or use lasso");
        }
        Scaled scaled = Scaled.of(chosen);
        Correlations correlations = Correlations.of(scaled);
        correlations.requireIndependent(analysis, chosen.names());
        return new LinearStudy(chosen, scaled, correlations, LeastSquares.of(analysis, scaled, correlations));
    }

    BayesianFit ofLargestEvidence() {
        return BayesianFit.ofLargestEvidence(scaled, correlations, noisePrecision());
    }

    BayesianFit ofPrior(double variance) {
        return BayesianFit.of(scaled, correlations, 1 / variance, noisePrecision());
    }

    private double noisePrecision() {
        return 1 / (fit.noise() * fit.noise());
    }

    /** An end of the 95 % interval of each coefficient; {@code side} is -1 or 1. */
    double[] bound(int side) {
        double[] bound = fit.coefficients().clone();
        for (int j = 0; j < bound.length; j++) {
            bound[j] += side * fit.reach() * fit.errors()[j];
        }
        return bound;
    }

    /** In the unit of the output. */
    double[] predicted() {
        return scaled.unscaled(scaled.fitted(fit.coefficients()));
    }

    /** The fit in the units of the table. */
    String equation() {
        StringBuilder terms = new StringBuilder();
        double intercept = scaled.scale().mean();
        for (int j = 0; j < scaled.width(); j++) {
            double factor = scaled.scale().deviation() / scaled.scales().get(j).deviation();
            double slope = fit.coefficients()[j] * factor;
            intercept -= slope * scaled.scales().get(j).mean();
            terms.append(String.format(
                    Locale.ROOT,
                    " %+.6g(%.2g) %s",
                    slope,
                    fit.errors()[j] * factor,
                    Answer.heading(chosen.inputs().get(j))));
        }
        String equation = Answer.heading(chosen.output()) + String.format(Locale.ROOT, " = %.6g", intercept) + terms;
        return equation.length() <= 10_000 ? equation : equation.substring(0, 9_997) + "...";
    }

    Quality quality(BayesianFit bayesian) {
        Quality quality = Answer.quality(chosen);
        double[] predicted = scaled.fitted(fit.coefficients());
        double[] residuals = scaled.y().clone();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= predicted[i];
        }
        quality = RunsTest.refusal(predicted, residuals)
                .map(found -> Quality.ok().flag(Quality.Level.SUSPICIOUS, "model_rejected: " + found))
                .map(quality::and)
                .orElse(quality);
        return bayes(bayesian, correlated(quality));
    }

    private static Quality bayes(BayesianFit bayesian, Quality quality) {
        if (!bayesian.converged()) {
            return quality.flag(Quality.Level.REJECTED, "no_convergence: the prior of largest evidence");
        }
        return bayesian.priorPrecision() >= BayesianFit.HIGHEST
                ? quality.flag(Quality.Level.SUSPICIOUS, "at_bound: precision of the prior, no input explains anything")
                : quality;
    }

    /**
     * Names the two coefficients that are correlated most, if by more than .98. Those of coefficients, not of inputs:
     * what three inputs have in common shows here too.
     */
    private Quality correlated(Quality quality) {
        double[] inverse = correlations.inverse();
        int pairs = 0;
        double most = 0;
        String found = "";
        for (int j = 0; j < scaled.width(); j++) {
            for (int k = 0; k < j; k++) {
                double both = Math.sqrt(fit.inflation()[j] * fit.inflation()[k]);
                double r = correlations.element(inverse, j, k) / both;
                pairs += Math.abs(r) > CORRELATED ? 1 : 0;
                found = Math.abs(r) > most ? pair(k, j, r) : found;
                most = Math.max(most, Math.abs(r));
            }
        }
        return pairs == 0
                ? quality
                : quality.flag(Quality.Level.SUSPICIOUS, found + (pairs > 1 ? ", of " + pairs + " such pairs" : ""));
    }

    private String pair(int k, int j, double r) {
        return Answer.plain(String.format(
                Locale.ROOT,
                "correlated: coefficients of %s and %s by %.4f, their %s is determined",
                chosen.names().get(k),
                chosen.names().get(j),
                r,
                r < 0 ? "sum" : "difference"));
    }
}
