package org.busbar.optimizers.search.space;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * The part of a block in which only some members are present: convex but for steps. Vectors are shares, one per member.
 *
 * @param hopeless whether no vector on step can keep the limits, as far as is seen at once
 */
record Piece(List<Member> members, Polytope polytope, boolean hopeless) {

    private static final int TRIES = 30;

    /** Empty if the limits leave nothing. */
    static Optional<Piece> of(List<Member> members, List<Halfspaces.Row> rows) {
        return Polytope.of(limits(members, rows))
                .map(polytope -> new Piece(members, polytope, new Fractions(members).areAskedFor(rows)));
    }

    static Halfspaces limits(List<Member> members, List<Halfspaces.Row> rows) {
        double[] low = members.stream()
                .mapToDouble(member -> member.share(member.domain().min()))
                .toArray();
        double[] high = members.stream()
                .mapToDouble(member -> member.share(member.domain().max()))
                .toArray();
        return new Halfspaces(low, high, rows);
    }

    Halfspaces limits() {
        return polytope.limits();
    }

    /** Vectors drawn uniformly, not on step. */
    double[][] draw(int n, Keyed keyed) {
        double[][] drawn = new double[n][];
        for (int i = 0; i < n; i++) {
            Optional<double[]> one = isSimplex() ? simplex(keyed) : Optional.empty();
            if (one.isEmpty()) {
                return polytope.walk(n, keyed.at(1));
            }
            drawn[i] = one.get();
        }
        return drawn;
    }

    /** Whether nothing but bounds and one plain sum limits it. */
    private boolean isSimplex() {
        if (limits().rows().size() != 1 || !limits().rows().get(0).isEquation()) {
            return false;
        }
        for (double weight : limits().rows().get(0).weights()) {
            if (weight != 1) {
                return false;
            }
        }
        return true;
    }

    /** Drawn between the lower bounds and the sum; empty if the upper bounds cut off nearly everything. */
    private Optional<double[]> simplex(Keyed keyed) {
        double[] low = limits().low();
        double rest = limits().rows().get(0).most() - limits().rows().get(0).sum(low);
        int[] free = IntStream.range(0, low.length)
                .filter(i -> limits().high()[i] > low[i])
                .toArray();
        for (int k = 0; k < TRIES && free.length > 0; k++) {
            double[] shares = keyed.dirichlet(free.length);
            double[] x = low.clone();
            boolean within = true;
            for (int i = 0; i < free.length; i++) {
                x[free[i]] += rest * shares[i];
                within &= x[free[i]] <= limits().high()[free[i]];
            }
            if (within) {
                return Optional.of(x);
            }
        }
        return Optional.empty();
    }

    /** The vector on step that is nearest to {@code x} as far as can be said; empty if none is found. */
    Optional<double[]> snap(double[] x) {
        return new Rounding(this).near(polytope.project(x));
    }
}
