package org.busbar.distribution.bench.studies.latp;

import java.util.Arrays;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.studies.report.Interval;

/**
 * What many hunts gave.
 *
 * @param found for each the number of the try that found the best; 0 if none did
 */
record Catch(int[] found) {

    /** Share of hunts that found it. */
    Interval success() {
        return Interval.ofMean(
                Arrays.stream(found).mapToDouble(t -> t > 0 ? 1 : 0).toArray());
    }

    /** Mean tries, a failure counted as {@link Hunt#CAP}. */
    Interval tries() {
        return Interval.ofMean(
                Arrays.stream(found).mapToDouble(t -> t > 0 ? t : Hunt.CAP).toArray());
    }

    /** Mean tries among successes; NaN if there are none. */
    double triesOfSuccesses() {
        return Sample.mean(
                Arrays.stream(found).filter(t -> t > 0).mapToDouble(t -> t).toArray());
    }

    /** Mean tries after the first ones, among those that did not find it there, failures counted as the cap. */
    double further(int first) {
        return Sample.mean(Arrays.stream(found)
                .filter(t -> t == 0 || t > first)
                .mapToDouble(t -> (t == 0 ? Hunt.CAP : t) - first)
                .toArray());
    }

    /** What drawing without putting back gives exactly: the success, by the cap and the size of the grid. */
    static double randomSuccess() {
        return Hunt.CAP / (double) Grid.initial().conditions().size();
    }

    /** The mean tries of random draws, exactly. */
    static double randomTries() {
        double success = randomSuccess();
        return success * (Hunt.CAP + 1) / 2.0 + (1 - success) * Hunt.CAP;
    }
}
