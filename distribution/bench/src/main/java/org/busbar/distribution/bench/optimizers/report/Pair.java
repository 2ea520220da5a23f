package org.busbar.distribution.bench.optimizers.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.statistics.Bootstrap;
import org.busbar.distribution.bench.optimizers.statistics.Holm;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.optimizers.statistics.SignedRank;
import org.jspecify.annotations.Nullable;

/**
 * Two engines on the problems and seeds that both have.
 *
 * @param meanRank of the engine in the pair, over all common runs: 1 if always better, 2 if always worse
 * @param time whether the engine is faster; {@link Time#UNKNOWN} where one of them has no times
 */
record Pair(String engine, String peer, List<OnProblem> problems, double meanRank, Verdict verdict, Time time) {

    private static final double SIGNIFICANT = 0.05;
    private static final double RANK_TOLERANCE = 0.25;

    /** What the areas say. */
    enum Verdict {
        BEAT,
        MATCH,
        NEITHER
    }

    /** What the times say: beat means median and 95th percentile lower on every problem. */
    enum Time {
        BEAT,
        NOT_BEAT,
        UNKNOWN
    }

    /**
     * The paired comparison on one problem.
     *
     * @param difference median of engine minus peer; below 0 the engine is better
     * @param interval 95 % bootstrap interval of that median
     * @param p of the signed-rank test, adjusted after Holm over the problems
     */
    record OnProblem(String problem, int seeds, double difference, Bootstrap interval, double p) {

        boolean isBetter() {
            return p < SIGNIFICANT && difference < 0;
        }

        boolean isWorse() {
            return p < SIGNIFICANT && difference > 0;
        }
    }

    /** Compares an engine with a peer; with no common run the verdict is {@link Verdict#NEITHER}. */
    static Pair of(Scores scores, String engine, String peer) {
        List<String> names = new ArrayList<>();
        List<double[]> differences = new ArrayList<>();
        for (Variant problem : scores.problems()) {
            double[] paired = paired(scores.of(problem.name(), engine), scores.of(problem.name(), peer));
            if (paired.length > 0) {
                names.add(problem.name());
                differences.add(paired);
            }
        }
        List<OnProblem> problems = tested(names, differences);
        double rank = meanRank(differences);
        Time time = time(scores, names, engine, peer);
        return new Pair(engine, peer, problems, rank, verdict(problems, rank), time);
    }

    private static double[] paired(Map<Long, Score> ours, Map<Long, Score> theirs) {
        return ours.values().stream()
                .flatMapToDouble(
                        score -> difference(score, theirs.get(score.run().seed())))
                .toArray();
    }

    /** Runs of different lengths are no pair: their areas mean different things. */
    private static DoubleStream difference(Score ours, @Nullable Score theirs) {
        return theirs == null || theirs.regrets().size() != ours.regrets().size()
                ? DoubleStream.empty()
                : DoubleStream.of(ours.area() - theirs.area());
    }

    private static List<OnProblem> tested(List<String> names, List<double[]> differences) {
        double[] p = Holm.adjusted(differences.stream()
                .mapToDouble(each -> SignedRank.of(each).p())
                .toArray());
        List<OnProblem> problems = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            double[] each = differences.get(i);
            problems.add(new OnProblem(names.get(i), each.length, Sample.median(each), Bootstrap.ofMedian(each), p[i]));
        }
        return problems;
    }

    private static double meanRank(List<double[]> differences) {
        double[] ranks = differences.stream()
                .flatMapToDouble(Arrays::stream)
                .map(difference -> 1.5 + Math.signum(difference) / 2)
                .toArray();
        return Sample.mean(ranks);
    }

    /** The peer's mean rank in a pair is 3 less the engine's. */
    private static Verdict verdict(List<OnProblem> problems, double rank) {
        long better = problems.stream().filter(OnProblem::isBetter).count();
        if (!problems.isEmpty() && rank < 3 - rank && 3 * better >= problems.size()) {
            return Verdict.BEAT;
        }
        boolean worse = problems.stream().anyMatch(OnProblem::isWorse);
        return !problems.isEmpty() && !worse && rank <= 3 - rank + RANK_TOLERANCE ? Verdict.MATCH : Verdict.NEITHER;
    }

    private static Time time(Scores scores, List<String> problems, String engine, String peer) {
        boolean faster = true;
        for (String problem : problems) {
            Times ours = Times.warm(scores.list(problem, engine));
            Times theirs = Times.warm(scores.list(problem, peer));
            if (ours.count() == 0 || theirs.count() == 0) {
                return Time.UNKNOWN;
            }
            faster &= ours.median() < theirs.median() && ours.p95() < theirs.p95();
        }
        return problems.isEmpty() ? Time.UNKNOWN : faster ? Time.BEAT : Time.NOT_BEAT;
    }
}
