package org.busbar.distribution.bench.optimizers.report;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.busbar.distribution.bench.optimizers.records.Run;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/**
 * Processor seconds per suggestion.
 *
 * @param count how many suggestions; 0 if no time was recorded, then the others are NaN
 */
record Times(int count, double median, double p95) {

    /** Of processes that are warm. */
    static Times warm(List<Score> scores) {
        return of(scores, Run::warmTimes);
    }

    /** Of processes that are warming up. */
    static Times cold(List<Score> scores) {
        return of(scores, Run::coldTimes);
    }

    private static Times of(List<Score> scores, Function<Run, List<Double>> times) {
        double[] seconds = scores.stream()
                .map(Score::run)
                .map(times)
                .flatMap(Collection::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Times(seconds.length, Sample.median(seconds), Sample.quantile(0.95, seconds));
    }
}
