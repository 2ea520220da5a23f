package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * All vectors that keep some linear limits: a centre, and the directions in which one can move from there. Whatever is
 * drawn or projected keeps the limits up to rounding.
 *
 * @param centre the mean of vertices far apart, so no limit is met there that is not met everywhere
 * @param directions orthonormal; none if there is one vector only
 */
record Polytope(Halfspaces limits, double[] centre, List<double[]> directions) {

    private static final double TIGHT = 1e-9;
    private static final int ROUNDS = 300;

    /** Empty if no vector keeps the limits. */
    static Optional<Polytope> of(Halfspaces limits) {
        double[] nothing = new double[limits.size()];
        if (Simplex.minimize(nothing, limits).isEmpty()) {
            return Optional.empty();
        }
        double[] centre = centre(limits);
        return Optional.of(new Polytope(limits, centre, directions(limits, centre)));
    }

    private static double[] centre(Halfspaces limits) {
        double[] sum = new double[limits.size()];
        int vertices = 0;
        for (double[] goal : goals(limits)) {
            Optional<double[]> vertex = Simplex.minimize(goal, limits);
            if (vertex.isPresent()) {
                sum = Vectors.plus(sum, 1, vertex.get());
                vertices++;
            }
        }
        double[] low = limits.low();
        return vertices == 0 ? low.clone() : Vectors.times(sum, 1.0 / vertices);
    }

    private static List<double[]> goals(Halfspaces limits) {
        List<double[]> goals = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            if (limits.low()[i] < limits.high()[i]) {
                goals.add(Vectors.unit(limits.size(), i, 1));
                goals.add(Vectors.unit(limits.size(), i, -1));
            }
        }
        for (Halfspaces.Row row : limits.rows()) {
            if (!row.isEquation()) {
                goals.add(row.weights());
                goals.add(Vectors.times(row.weights(), -1));
            }
        }
        return goals;
    }

    private static List<double[]> directions(Halfspaces limits, double[] centre) {
        List<double[]> normals = new ArrayList<>();
        limits.rows().stream().filter(Halfspaces.Row::isEquation).forEach(row -> normals.add(row.weights()));
        for (Halfspaces.Face face : limits.faces()) {
            if (face.room(centre) <= TIGHT * Vectors.norm(face.normal())) {
                normals.add(face.normal());
            }
        }
        return Vectors.complement(limits.size(), Vectors.basis(List.of(), normals));
    }

    /**
     * Vectors drawn uniformly by hit-and-run: a walk along random directions, the first of which are thrown away. Source:
     * R. L. Smith, Oper. Res. 32 (1984) 1296, doi:10.1287/opre.32.6.1296.
     */
    double[][] walk(int n, Keyed keyed) {
        double[][] drawn = new double[n][];
        int thinning = 4 + 2 * directions.size();
        double[] at = centre;
        for (int i = 0; i < 50 * directions.size(); i++) {
            at = hit(at, keyed);
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < thinning; k++) {
                at = hit(at, keyed);
            }
            drawn[i] = at;
        }
        return drawn;
    }

    private double[] hit(double[] at, Keyed keyed) {
        double[] direction = direction(keyed);
        double ahead = limits.reach(at, direction);
        double behind = limits.reach(at, Vectors.times(direction, -1));
        double u = keyed.uniform();
        return directions.isEmpty() ? at : inBounds(Vectors.plus(at, u * (ahead + behind) - behind, direction));
    }

    /** A random direction one can move in; each number of it is about 1. */
    double[] direction(Keyed keyed) {
        double[] direction = new double[limits.size()];
        for (double[] one : directions) {
            direction = Vectors.plus(direction, keyed.normal(), one);
        }
        return direction;
    }

    /**
     * The vector nearest to {@code x}, by alternating projections. Source: J. P. Boyle, R. L. Dykstra, Lect. Notes Stat.
     * 37 (1986) 28, doi:10.1007/978-1-4613-9940-7_3. What is left outside is drawn towards the centre.
     */
    double[] project(double[] x) {
        double[] near = flat(x);
        if (!limits.hold(near)) {
            near = flat(alternating(near));
        }
        double[] step = Vectors.minus(near, centre);
        return inBounds(Vectors.plus(centre, Math.min(1, limits.reach(centre, step)), step));
    }

    private double[] flat(double[] x) {
        return Vectors.plus(centre, 1, Vectors.along(Vectors.minus(x, centre), directions));
    }

    private double[] alternating(double[] x) {
        List<Halfspaces.Row> rows = limits.rows();
        double[][] corrections = new double[rows.size() + 1][x.length];
        double[] at = x;
        for (int i = 0; i < ROUNDS; i++) {
            double[] before = at;
            for (int r = 0; r <= rows.size(); r++) {
                double[] from = Vectors.plus(at, 1, corrections[r]);
                at = r == rows.size() ? inBounds(from) : onto(rows.get(r), from);
                corrections[r] = Vectors.minus(from, at);
            }
            at = flat(at);
            if (Vectors.norm(Vectors.minus(at, before)) < 1e-12 && limits.hold(at)) {
                return at;
            }
        }
        return at;
    }

    private static double[] onto(Halfspaces.Row row, double[] x) {
        double sum = row.sum(x);
        double to = Math.min(row.most(), Math.max(row.least(), sum));
        return Vectors.plus(x, (to - sum) / Vectors.dot(row.weights(), row.weights()), row.weights());
    }

    private double[] inBounds(double[] x) {
        double[] within = x.clone();
        for (int i = 0; i < x.length; i++) {
            within[i] = Math.min(limits.high()[i], Math.max(limits.low()[i], x[i]));
        }
        return within;
    }
}
