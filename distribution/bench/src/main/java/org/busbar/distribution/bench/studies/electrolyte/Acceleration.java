package org.busbar.distribution.bench.studies.electrolyte;

import java.util.Arrays;
import java.util.List;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.studies.report.Interval;

/** How many times fewer tries chosen picks need than random ones. Runs are paired by seed. */
record Acceleration(List<Trace> active, List<Trace> random) {

    /** After so many rounds of random picks their error is the level to reach. */
    static final int ROUNDS = 6;

    /** Tries of random picks over those of active ones to the same mean error; at most by what {@code TRIES} shows. */
    Interval ofError() {
        return Interval.of(active.size(), runs -> ROUNDS * Expedition.ROUND / tries(runs));
    }

    /** The same for the root mean square error. */
    Interval ofSquaredError() {
        return new Acceleration(squared(active), squared(random)).ofError();
    }

    private static List<Trace> squared(List<Trace> runs) {
        return runs.stream()
                .map(run -> new Trace(run.order(), run.squared(), run.squared()))
                .toList();
    }

    /** The tries of active picks until their mean error is that of random picks after {@link #ROUNDS} rounds. */
    Interval tries() {
        return Interval.of(active.size(), this::tries);
    }

    private double tries(int... runs) {
        return reached(means(active, runs), means(random, runs)[ROUNDS - 1]);
    }

    /** The level, mS/cm. */
    double level() {
        return mean(random)[ROUNDS - 1];
    }

    /** The first crossing, between two rounds by straight line; all tries if there is none. */
    static double reached(double[] errors, double level) {
        if (errors[0] <= level) {
            return Expedition.ROUND;
        }
        for (int i = 1; i < errors.length; i++) {
            if (errors[i] <= level) {
                double part = (errors[i - 1] - level) / (errors[i - 1] - errors[i]);
                return Expedition.ROUND * (i + part);
            }
        }
        return Expedition.ROUND * errors.length;
    }

    /** Mean tries of random picks over those of active ones until a formulation is found. */
    Interval ofFinding(int wanted) {
        return Interval.ofRatio(tries(random, wanted), tries(active, wanted));
    }

    static double[] tries(List<Trace> runs, int wanted) {
        return runs.stream().mapToDouble(run -> run.tries(wanted)).toArray();
    }

    /** The mean error after each round. */
    static double[] mean(List<Trace> runs) {
        int[] all = new int[runs.size()];
        Arrays.setAll(all, i -> i);
        return means(runs, all);
    }

    private static double[] means(List<Trace> runs, int... chosen) {
        double[] means = new double[runs.get(0).errors().size()];
        for (int run : chosen) {
            for (int i = 0; i < means.length; i++) {
                means[i] += runs.get(run).errors().get(i) / chosen.length;
            }
        }
        return means;
    }

    /** A quantile of the errors after each round. */
    static double[] quantile(double share, List<Trace> runs) {
        double[] quantiles = new double[runs.get(0).errors().size()];
        Arrays.setAll(
                quantiles,
                i -> Sample.quantile(
                        share,
                        runs.stream().mapToDouble(run -> run.errors().get(i)).toArray()));
        return quantiles;
    }
}
