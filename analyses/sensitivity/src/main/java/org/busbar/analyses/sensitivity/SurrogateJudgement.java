package org.busbar.analyses.sensitivity;

import static org.busbar.api.analysis.Quality.Level.OK;
import static org.busbar.api.analysis.Quality.Level.REJECTED;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.busbar.analyses.tables.Chosen;
import org.busbar.api.analysis.Quality;

/** Looks at a study of a surrogate for reasons to distrust it. */
record SurrogateJudgement(Chosen chosen, Ranges ranges, SurrogateStudy study) {

    private static final double NEAR_BOUND = 1e-6;
    /** Random points hardly ever reach the ends of a range. */
    private static final double UNCOVERED = 0.05;

    private static final double FAR = 0.1;

    Quality quality() {
        Quality quality = surrogate();
        quality = study.indices().total().size() == 0
                ? quality
                : quality.and(new SobolJudgement(ranges.names(), study.indices()).quality());
        quality = extrapolated(bounds(quality));
        return chosen.leftOut() == 0
                ? quality
                : quality.flag(OK, "invalid_rows: " + chosen.leftOut() + " with an empty cell left out");
    }

    private Quality surrogate() {
        double q2 = study.checked().q2();
        Quality quality = study.surrogate().converged()
                ? Quality.ok()
                : Quality.ok().flag(SUSPICIOUS, "no_convergence: lengths are not at an optimum, judge by Q2");
        if (!(q2 >= SurrogateStudy.USABLE)) {
            return quality.flag(REJECTED, low(q2, SurrogateStudy.USABLE, "no result"));
        }
        return q2 >= SurrogateStudy.GOOD
                ? quality
                : quality.flag(SUSPICIOUS, low(q2, SurrogateStudy.GOOD, "no derivatives, ranking only"));
    }

    private static String low(double q2, double limit, String consequence) {
        return String.format(Locale.ROOT, "model_rejected: Q2 = %.4f, below %.2f, %s", q2, limit, consequence);
    }

    private Quality bounds(Quality quality) {
        double[] lengths = study.surrogate().lengths();
        List<String> unseen = IntStream.range(0, lengths.length)
                .filter(i -> lengths[i] >= ProcessFit.LONGEST * (1 - NEAR_BOUND))
                .mapToObj(i -> "length of " + ranges.names().get(i) + " = " + (int) ProcessFit.LONGEST + " ranges")
                .toList();
        return Flags.add(quality, OK, "at_bound", unseen);
    }

    private Quality extrapolated(Quality quality) {
        Ranges data = Ranges.of(chosen);
        List<Integer> beyond = IntStream.range(0, ranges.size())
                .filter(i -> uncovered(data, i) > UNCOVERED)
                .boxed()
                .toList();
        boolean far = beyond.stream().anyMatch(i -> uncovered(data, i) > FAR);
        return Flags.add(
                quality,
                far ? SUSPICIOUS : OK,
                "extrapolated",
                beyond.stream().map(i -> sentence(data, i)).toList());
    }

    /** The part of the range of input i in which there are no data. */
    private double uncovered(Ranges data, int i) {
        double low = Math.max(0, data.low()[i] - ranges.low()[i]);
        double high = Math.max(0, ranges.high()[i] - data.high()[i]);
        return (low + high) / (ranges.high()[i] - ranges.low()[i]);
    }

    private String sentence(Ranges data, int i) {
        return String.format(
                Locale.ROOT,
                "%s from %.4g to %.4g, data from %.4g to %.4g",
                ranges.names().get(i),
                ranges.low()[i],
                ranges.high()[i],
                data.low()[i],
                data.high()[i]);
    }
}
