package org.busbar.optimizers.search.numeric;

import org.busbar.optimizers.search.numeric.Lbfgsb.Minimum;

/** One run of L-BFGS-B: the current point and what was learned about the curvature. */
final class Descent {

    private static final double EPSILON = Math.ulp(1.0);

    private final Sloped f;
    private final Box box;
    private final Curvature curvature;
    private double[] x;
    private double[] slope;
    private double value;
    private int evaluations;
    private double promise;

    Descent(Sloped f, Box box, double[] start) {
        this.f = f;
        this.box = box;
        this.curvature = new Curvature(start.length);
        this.x = start;
        this.slope = new double[start.length];
        this.value = f.at(x.clone(), slope);
        this.evaluations = 1;
    }

    Minimum run(int iterations, double slopeTolerance, double valueTolerance) {
        if (!LineSearch.usable(value, slope)) {
            return new Minimum(x, Double.POSITIVE_INFINITY, evaluations, false);
        }
        boolean converged = box.steepness(x, slope) <= slopeTolerance;
        for (int i = 0; i < iterations && !converged; i++) {
            double before = value;
            if (!step()) {
                return new Minimum(x, value, evaluations, level());
            }
            double gain = before - value;
            converged = box.steepness(x, slope) <= slopeTolerance
                    || gain <= valueTolerance * Math.max(1, Math.max(Math.abs(before), Math.abs(value)));
        }
        return new Minimum(x, value, evaluations, converged);
    }

    /** Moves on; a model that leads nowhere is forgotten once, then only steepest descent is left to fail. */
    private boolean step() {
        promise = Double.POSITIVE_INFINITY;
        if (attempt()) {
            return true;
        }
        boolean learned = curvature.size() > 0;
        curvature.forget();
        return learned && attempt();
    }

    /** Whether the last failed directions promised no more than the rounding error of the value. */
    private boolean level() {
        return promise <= 16 * EPSILON * Math.max(1, Math.abs(value));
    }

    private boolean attempt() {
        double[] direction = direction();
        double decline = Vectors.dot(direction, slope);
        double room = box.room(x, direction);
        if (!(decline < 0) || !(room > 0)) {
            return false;
        }
        promise = Math.min(promise, -decline);
        LineSearch search = new LineSearch(f, box, x, direction, value, decline);
        boolean found = search.run(first(direction, room), room);
        evaluations += search.evaluations();
        if (found) {
            accept(search);
        }
        return found;
    }

    private double[] direction() {
        CauchyPoint cauchy = new CauchyPoint(box, curvature, x, slope);
        double[] goal = new FreeStep(box, curvature, x, slope, cauchy).goal();
        return Vectors.minus(goal, x);
    }

    /** The model is trusted with its full step, but not before it has seen one. */
    private double first(double[] direction, double room) {
        double longest = curvature.size() > 0 ? 1 : 1 / Math.sqrt(Vectors.dot(direction, direction));
        return Math.min(Math.min(longest, 1), room);
    }

    private void accept(LineSearch search) {
        double[] moved = Vectors.minus(search.x(), x);
        double[] bent = Vectors.minus(search.slope(), slope);
        double bend = Vectors.dot(moved, bent);
        if (bend > EPSILON * -Vectors.dot(moved, slope)) {
            curvature.learn(moved, bent);
        }
        x = search.x();
        slope = search.slope();
        value = search.value();
    }
}
