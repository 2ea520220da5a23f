package org.busbar.distribution.bench.optimizers.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.Values;
import org.busbar.distribution.bench.optimizers.problems.Points;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.problems.ProblemSet;
import org.busbar.distribution.bench.optimizers.problems.Surface;
import org.busbar.distribution.bench.optimizers.problems.Variant;

/**
 * Checks a recorded run against its problem and works out what its points are worth without noise.
 *
 * @param outcomes per point the value of each objective, larger is better
 */
public record Replay(Run run, Variant variant, List<double[]> outcomes) {

    private static final double ROUNDING = 1e-6;

    /**
     * Checks and replays.
     *
     * @throws IllegalArgumentException if the problem is unknown, the first points are not those of the files, a row
     *     is out of range or repeated, or lengths disagree; the message names the field
     */
    public static Replay of(Run run, ProblemSet problems) {
        Variant variant = variant(run, problems);
        List<double[]> outcomes =
                variant.problem() instanceof Pool pool ? rows(run, pool) : values(run, (Surface) variant.problem());
        String field = variant.problem() instanceof Pool ? "order" : run.x().isEmpty() ? "y" : "x";
        if (outcomes.size() != run.size() || outcomes.isEmpty()) {
            throw new Fault(field, "has " + outcomes.size() + " entries where the run has " + run.size());
        }
        lengths(run, variant);
        return new Replay(run, variant, outcomes);
    }

    private static Variant variant(Run run, ProblemSet problems) {
        try {
            return problems.variant(run.problem());
        } catch (IllegalArgumentException e) {
            throw new Fault("problem", e.getMessage());
        }
    }

    private static void lengths(Run run, Variant variant) {
        if (run.n0() >= run.size()) {
            throw new Fault("n0", run.n0() + " first points leave none of " + run.size() + " to the engine");
        }
        same("x", run.x().size(), run.size());
        same("y", run.y().size(), run.size());
        same("y_obs", run.yObs().size(), run.size());
        int asked = (run.size() - run.n0() + variant.batch() - 1) / variant.batch();
        same("t_cpu", run.tCpu().size(), asked);
        same("t_wall", run.tWall().size(), asked);
    }

    private static void same(String field, int length, int wanted) {
        if (length != 0 && length != wanted) {
            throw new Fault(field, "has " + length + " entries where the run has " + wanted);
        }
    }

    private static List<double[]> rows(Run run, Pool pool) {
        List<Integer> first = pool.startRows(run.seed(), run.n0());
        Set<Integer> seen = new HashSet<>();
        List<double[]> outcomes = new ArrayList<>();
        for (int t = 0; t < run.order().size(); t++) {
            int row = run.order().get(t);
            refuseIf(
                    row >= pool.size(), t, row + " is no row of " + pool.name() + "; the last is " + (pool.size() - 1));
            refuseIf(!seen.add(row), t, "row " + row + " is there a second time");
            refuseIf(
                    t < run.n0() && row != first.get(t),
                    t,
                    row + " is not the first row of the file, which is " + (t < run.n0() ? first.get(t) : row));
            outcomes.add(pool.outcome(row));
        }
        return outcomes;
    }

    private static void refuseIf(boolean wrong, int t, String reason) {
        if (wrong) {
            throw new Fault("order[" + t + "]", reason);
        }
    }

    private static List<double[]> values(Run run, Surface surface) {
        List<double[]> outcomes = run.x().isEmpty() ? stated(run, surface) : computed(run, surface);
        List<Values> first = surface.start(run.seed(), run.n0());
        for (int t = 0; t < Math.min(first.size(), outcomes.size()); t++) {
            if (!close(outcomes.get(t)[0], surface.outcome(first.get(t))[0])) {
                throw new Fault(
                        run.x().isEmpty() ? "y[" + t + "]" : "x[" + t + "]",
                        "is not that of first point " + t + " of the file; start from init_continuous.csv");
            }
        }
        return outcomes;
    }

    private static List<double[]> stated(Run run, Surface surface) {
        boolean one = surface.problem().objectives().size() == 1;
        if (one) {
            return run.y().stream().map(y -> new double[] {y}).toList();
        }
        List<double[]> outcomes = new ArrayList<>();
        for (List<Double> row : run.yObs()) {
            same(
                    "y_obs[" + outcomes.size() + "]",
                    row.size(),
                    surface.problem().objectives().size());
            outcomes.add(row.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return outcomes;
    }

    private static List<double[]> computed(Run run, Surface surface) {
        List<double[]> outcomes = new ArrayList<>();
        for (List<Double> x : run.x()) {
            String field = "x[" + outcomes.size() + "]";
            same(field, x.size(), surface.dimension());
            double[] point = x.stream().mapToDouble(Double::doubleValue).toArray();
            try {
                outcomes.add(surface.outcome(Points.of(point)));
            } catch (IllegalArgumentException e) {
                throw new Fault(field, e.getMessage());
            }
        }
        return outcomes;
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(other));
    }
}
