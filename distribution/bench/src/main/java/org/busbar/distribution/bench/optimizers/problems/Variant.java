package org.busbar.distribution.bench.optimizers.problems;

import java.util.List;
import org.busbar.distribution.bench.optimizers.statistics.SplitMix64;

/**
 * A problem and how it is tried.
 *
 * @param name that of the problem, with {@code :noise5}, {@code :q4} or {@code :async4} behind it, if so
 * @param noise standard deviation of the noise on each value, as a share of the spread of the problem
 * @param batch points that are asked for at once
 * @param workers points that are tried at the same time, at least {@code batch}
 * @param budget how many points are tried, the first ones included
 */
public record Variant(String name, TestProblem problem, double noise, int batch, int workers, int budget) {

    private static final int PARALLEL = 4;
    private static final int PARALLEL_TRIES = 40;

    /** Points told before the engine is asked first. */
    public static final int START = 5;

    /** One point after the other, without noise. */
    static Variant plain(TestProblem problem) {
        return new Variant(problem.name(), problem, 0, 1, 1, problem.budget());
    }

    /** The suffixes a problem's name may have. */
    static List<String> suffixes() {
        return List.of(":noise5", ":q4", ":async4");
    }

    /** Noise with 5 % of the spread of the first objective. */
    private Variant noisy() {
        if (problem.problem().objectives().size() > 1) {
            throw new IllegalArgumentException(name + " has several objectives; noise is for one");
        }
        return new Variant(name + ":noise5", problem, 0.05, batch, workers, budget);
    }

    private Variant parallel(String suffix, int together) {
        return new Variant(name + suffix, problem, noise, together, PARALLEL, START + PARALLEL_TRIES);
    }

    /**
     * This variant with a suffix.
     *
     * @throws IllegalArgumentException if the suffix is unknown, or there is one like it
     */
    Variant with(String suffix) {
        boolean twice = suffix.equals("noise5") ? noise > 0 : workers > 1;
        if (twice) {
            throw new IllegalArgumentException(name + " cannot be :" + suffix + " as well; keep one of them");
        }
        return switch (suffix) {
            case "noise5" -> noisy();
            case "q4" -> parallel(":q4", PARALLEL);
            case "async4" -> parallel(":async4", 1);
            default ->
                throw new IllegalArgumentException("A problem has no variant :" + suffix + "; there are " + suffixes());
        };
    }

    /** How often an engine is asked in a run. */
    public int suggestions(int n0) {
        return (budget - n0 + batch - 1) / batch;
    }

    /**
     * The noise of a value; the same for every engine.
     *
     * @param evaluation the place of the evaluation in the run, from 0
     */
    public double noise(long seed, int evaluation) {
        return noise == 0
                ? 0
                : noise
                        * problem.spread()
                        * SplitMix64.keyed(problem.name(), seed, evaluation).nextGaussian();
    }
}
