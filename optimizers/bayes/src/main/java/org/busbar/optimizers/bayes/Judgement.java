package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.bayes.gp.LaplaceClassifier;
import org.busbar.optimizers.search.numeric.Normal;

/** The worth of a trial, less for the chance that it gives nothing or breaks a limit (Gelbart, Snoek and Adams 2014). */
final class Judgement implements Acquisition.Worth {

    private final Acquisition.Worth worth;
    private final List<Belief.Bound> bounds;
    private final Optional<LaplaceClassifier> success;
    private final boolean logarithmic;
    private final double floor; // what a trial is worth that gives nothing; of no meaning to logarithms

    /**
     * @param logarithmic whether worths are logarithms
     * @param sites where the worth of a useless trial is looked for: the least of all
     */
    Judgement(Acquisition.Worth worth, Belief belief, boolean logarithmic, double[][] sites) {
        this.worth = worth;
        this.bounds = belief.bounds();
        this.success = belief.success();
        this.logarithmic = logarithmic;
        boolean matters = !logarithmic && !(bounds.isEmpty() && success.isEmpty());
        this.floor = matters ? Arrays.stream(worth.of(sites)).min().orElse(0) : 0;
    }

    @Override
    public double[] of(double[][] rows) {
        double[] worths = worth.of(rows);
        if (bounds.isEmpty() && success.isEmpty()) {
            return worths;
        }
        double[] chances = logChances(rows);
        for (int i = 0; i < worths.length; i++) {
            double chance = StrictMath.exp(chances[i]);
            worths[i] = logarithmic ? worths[i] + chances[i] : floor + chance * (worths[i] - floor);
        }
        return worths;
    }

    /** The logarithm of the chance that trials give something and keep all limits. */
    double[] logChances(double[][] rows) {
        double[] logs = success.map(model -> logs(model, rows)).orElseGet(() -> new double[rows.length]);
        for (Belief.Bound bound : bounds) {
            Model.Forecast forecast = bound.lesson().model().predict(rows);
            for (int i = 0; i < logs.length; i++) {
                logs[i] += Normal.logCdf(score(forecast.means()[i], forecast.deviations()[i], bound));
            }
        }
        return logs;
    }

    private static double[] logs(LaplaceClassifier success, double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> success.at(row, new double[row.length]))
                .toArray();
    }

    private static double score(double mean, double deviation, Belief.Bound bound) {
        return (mean - bound.least()) / Math.max(deviation, 1e-9);
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        Optional<Double> climbed = worth.climb(row, slope);
        if (climbed.isEmpty() || bounds.isEmpty() && success.isEmpty()) {
            return climbed;
        }
        double[] ofChance = new double[row.length];
        Optional<Double> chance = climbChance(row, ofChance);
        return chance.map(log -> joined(climbed.orElseThrow(), slope, log, ofChance));
    }

    private double joined(double own, double[] slope, double log, double[] ofChance) {
        double chance = StrictMath.exp(log);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = logarithmic ? slope[i] + ofChance[i] : chance * (slope[i] + (own - floor) * ofChance[i]);
        }
        return logarithmic ? own + log : floor + chance * (own - floor);
    }

    private Optional<Double> climbChance(double[] row, double[] slope) {
        double log = success.map(model -> model.at(row, slope)).orElse(0.0);
        for (Belief.Bound bound : bounds) {
            Optional<Model.Slope> known = bound.lesson().model().slope(row);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            log += add(known.orElseThrow(), bound, slope);
        }
        return Optional.of(log);
    }

    private static double add(Model.Slope at, Belief.Bound bound, double[] slope) {
        double score = score(at.mean(), at.deviation(), bound);
        double log = Normal.logCdf(score);
        double ratio = StrictMath.exp(Normal.logPdf(score) - log);
        for (int i = 0; i < slope.length; i++) {
            slope[i] += ratio * (at.ofMean()[i] - score * at.ofDeviation()[i]) / Math.max(at.deviation(), 1e-9);
        }
        return log;
    }
}
