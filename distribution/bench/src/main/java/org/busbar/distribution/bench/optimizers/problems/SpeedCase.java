package org.busbar.distribution.bench.optimizers.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Values;
import org.busbar.api.optimize.Space;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.statistics.SplitMix64;

/**
 * A fixed situation that one suggestion is timed in.
 *
 * @param dimension inputs
 * @param told the points that have values
 * @param count points wanted at once
 */
public record SpeedCase(String name, TestProblem problem, int dimension, List<Values> told, int count) {

    private static final String POOL = "physbo_grain_boundary";
    private static final int DIMENSION = 6;
    private static final double NOISE = 0.02;
    private static final int POOL_TOLD = 50;

    /** The cases of the protocol. */
    public static List<SpeedCase> all(ProblemSet problems) {
        List<SpeedCase> cases = new ArrayList<>();
        for (int n : new int[] {20, 50, 100, 200, 500}) {
            cases.add(smooth(problems, n, 1, 1));
        }
        cases.add(smooth(problems, 100, 4, 1));
        cases.add(smooth(problems, 50, 1, 2));
        cases.add(smooth(problems, 100, 1, 2));
        cases.add(smooth(problems, 50, 1, 3));
        if (problems.names().contains(POOL)) {
            cases.add(pool((Pool) problems.variant(POOL).problem()));
        }
        return cases;
    }

    /** A smooth function in six dimensions at the first n points of the initial designs, 500 at most. */
    static SpeedCase smooth(ProblemSet problems, int n, int count, int objectives) {
        List<double[]> points = problems.designs().all(DIMENSION);
        Surface surface = new Surface(
                "smooth6",
                new Space(Points.axes(DIMENSION), List.of()),
                n,
                u -> waves(objectives, u),
                (seed, wanted) -> points.subList(0, wanted),
                new BestValue(0, 1, Surfaces.FLOOR),
                points);
        String name = "d6 n" + n + " q" + count + " m" + objectives;
        List<Values> told = points.subList(0, n).stream().map(Points::of).toList();
        return new SpeedCase(name, surface, DIMENSION, told, count);
    }

    private static SpeedCase pool(Pool pool) {
        List<Values> told = IntStream.range(0, POOL_TOLD)
                .mapToObj(i -> pool.candidate(i * (pool.size() / POOL_TOLD)))
                .toList();
        return new SpeedCase("pool of " + pool.size(), pool, 3, told, 1);
    }

    /** A bowl with a slow wave, its middle in another place for each objective. */
    private static double[] waves(int objectives, double... u) {
        double[] y = new double[objectives];
        for (int objective = 0; objective < objectives; objective++) {
            double middle = 0.3 + 0.2 * objective;
            for (double x : u) {
                y[objective] += -(x - middle) * (x - middle) + 0.1 * StrictMath.sin(5 * x);
            }
        }
        return y;
    }

    /** The values told of a point, with noise of 2 % of the spread on functions and none on the pool. */
    public List<Double> values(Values point) {
        boolean noisy = problem instanceof Surface;
        SplitMix64 random = SplitMix64.keyed(name, told.indexOf(point));
        double deviation = noisy ? NOISE * problem.spread() : 0;
        return Arrays.stream(problem.outcome(point))
                .mapToObj(value -> value + deviation * random.nextGaussian())
                .toList();
    }

    /** How many objectives it has. */
    public int objectives() {
        return problem.problem().objectives().size();
    }
}
