package org.busbar.analyses.sensitivity;

import static org.busbar.api.analysis.Quality.Level.REJECTED;
import static org.busbar.api.analysis.Quality.Level.SUSPICIOUS;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.busbar.api.analysis.Quality;

/** Looks at Sobol indices for reasons to distrust them. */
record SobolJudgement(List<String> names, SobolIndices indices) {

    private static final double LEAST_FIRST = -0.05;
    private static final double LARGEST_SUM = 1.05;
    private static final double WIDEST_TOTAL = 0.1;

    Quality quality() {
        Quality quality = Flags.add(Quality.ok(), REJECTED, "no_convergence", negative());
        quality = Flags.add(quality, REJECTED, "no_convergence", excess());
        quality = Flags.add(quality, SUSPICIOUS, "uncertainty_large", wide());
        quality = Flags.zeros(quality, "S1", names, indices.first());
        return Flags.zeros(quality, "ST", names, indices.total());
    }

    private List<String> negative() {
        double[] first = indices.first().values();
        return inputs(
                i -> first[i] < LEAST_FIRST,
                i -> String.format(Locale.ROOT, "S1 of %s = %.3g", names.get(i), first[i]));
    }

    private List<String> excess() {
        double sum = 0;
        for (double s : indices.first().values()) {
            sum += s;
        }
        return sum > LARGEST_SUM ? List.of(String.format(Locale.ROOT, "sum of S1 = %.3g", sum)) : List.of();
    }

    private List<String> wide() {
        Estimates total = indices.total();
        return inputs(
                i -> total.width(i) > WIDEST_TOTAL,
                i -> Flags.interval("ST of " + names.get(i), total.low()[i], total.high()[i]));
    }

    private List<String> inputs(IntPredicate which, IntFunction<String> sentence) {
        return IntStream.range(0, names.size()).filter(which).mapToObj(sentence).toList();
    }
}
