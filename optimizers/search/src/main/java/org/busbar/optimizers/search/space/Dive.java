package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Searches a vector on step by depth first: fixes one member after the other to the steps nearest to where a linear
 * program, which stays as near to the target as it can, puts it. Gives up after a fixed number of programs.
 */
final class Dive {

    private static final int PROGRAMS = 120;
    private static final int[] BESIDE = {0, 1, -1, 2, -2};

    private final List<Member> members;
    private final Halfspaces limits;
    private final double[] target;
    private final int[] order;
    private int programs;

    Dive(Piece piece, double[] target) {
        this.members = piece.members();
        this.limits = piece.limits();
        this.target = target;
        this.order = IntStream.range(0, members.size())
                .filter(i -> members.get(i).domain().isStepped())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -members.get(i).step()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Optional<double[]> search() {
        return search(0, limits.low(), limits.high());
    }

    private Optional<double[]> search(int depth, double[] low, double[] high) {
        if (++programs > PROGRAMS) {
            return Optional.empty();
        }
        Optional<double[]> near = nearest(low, high);
        if (near.isEmpty() || depth == order.length) {
            return near.filter(limits::hold);
        }
        Member member = members.get(order[depth]);
        double middle = member.nearest(near.get()[order[depth]]);
        List<Double> tried = new ArrayList<>();
        for (int steps : BESIDE) {
            double share = member.share(steps == 0 ? middle : member.domain().beside(middle, steps));
            Optional<double[]> found = tried.contains(share) ? Optional.empty() : fix(depth, low, high, share);
            if (found.isPresent()) {
                return found;
            }
            tried.add(share);
        }
        return Optional.empty();
    }

    private Optional<double[]> fix(int depth, double[] low, double[] high, double share) {
        double[] lower = low.clone();
        double[] upper = high.clone();
        lower[order[depth]] = share;
        upper[order[depth]] = share;
        return search(depth + 1, lower, upper);
    }

    /** The nearest vector in the sum of absolute differences, which are variables of their own. */
    private Optional<double[]> nearest(double[] low, double[] high) {
        int n = low.length;
        double[] lower = Arrays.copyOf(low, 2 * n);
        double[] upper = Arrays.copyOf(high, 2 * n);
        double[] cost = new double[2 * n];
        List<Halfspaces.Row> rows = new ArrayList<>();
        limits.rows()
                .forEach(row ->
                        rows.add(Halfspaces.Row.of(Arrays.copyOf(row.weights(), 2 * n), row.least(), row.most())));
        for (int i = 0; i < n; i++) {
            cost[n + i] = 1;
            upper[n + i] = Math.max(Math.abs(high[i] - target[i]), Math.abs(target[i] - low[i]));
            rows.add(difference(n, i, 1));
            rows.add(difference(n, i, -1));
        }
        return Simplex.minimize(cost, new Halfspaces(lower, upper, rows)).map(x -> Arrays.copyOf(x, n));
    }

    private Halfspaces.Row difference(int n, int i, double sign) {
        double[] weights = Vectors.unit(2 * n, i, sign);
        weights[n + i] = -1;
        return Halfspaces.Row.of(weights, Double.NEGATIVE_INFINITY, sign * target[i]);
    }
}
