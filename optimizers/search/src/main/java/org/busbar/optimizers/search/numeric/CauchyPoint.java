package org.busbar.optimizers.search.numeric;

/**
 * The first minimum of the model along the projected steepest descent path (Byrd et al. 1995, algorithm CP).
 *
 * <p>The path bends where a variable meets its bound. Going from bend to bend only the terms of that variable change.
 */
final class CauchyPoint {

    private final Box box;
    private final Curvature curvature;
    private final double[] x;
    private final double[] slope;
    private final double[] bends;
    private final double[] point;
    private final boolean[] moving;
    private double[] along;
    private final double[] travelled;
    private double first;
    private double second;
    private double time;

    CauchyPoint(Box box, Curvature curvature, double[] x, double[] slope) {
        this.box = box;
        this.curvature = curvature;
        this.x = x;
        this.slope = slope;
        this.point = x.clone();
        this.bends = new double[x.length];
        this.moving = new boolean[x.length];
        this.travelled = new double[2 * curvature.size()];
        this.along = new double[2 * curvature.size()];
        walk();
    }

    double[] point() {
        return point;
    }

    /** Which variables have not met a bound. */
    boolean[] free() {
        return moving;
    }

    /** Wᵀ(point - x). */
    double[] travelled() {
        return travelled;
    }

    private void walk() {
        double[] direction = begin();
        along = curvature.project(direction, moving);
        second = -curvature.scale() * first - Vectors.dot(along, curvature.solve(along));
        double smallest = Math.ulp(1.0) * Math.abs(second);
        int next = nearest();
        while (next >= 0 && -first / second >= bends[next] - time) {
            fix(next, smallest);
            next = nearest();
        }
        if (anyMoving()) {
            advance(Math.max(-first / second, 0));
        }
        for (int i = 0; i < x.length; i++) {
            point[i] = moving[i] ? box.clamp(i, x[i] - time * slope[i]) : point[i];
        }
    }

    private double[] begin() {
        double[] direction = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            bends[i] = bend(i);
            moving[i] = bends[i] > 0;
            direction[i] = moving[i] ? -slope[i] : 0;
            first -= direction[i] * direction[i];
        }
        return direction;
    }

    private double bend(int i) {
        if (slope[i] < 0) {
            return (x[i] - box.high(i)) / slope[i];
        }
        return slope[i] > 0 ? (x[i] - box.low(i)) / slope[i] : Double.POSITIVE_INFINITY;
    }

    /** The moving variable that meets its bound next, or -1 if none ever does. */
    private int nearest() {
        int best = -1;
        for (int i = 0; i < x.length; i++) {
            if (moving[i] && bends[i] < (best < 0 ? Double.POSITIVE_INFINITY : bends[best])) {
                best = i;
            }
        }
        return best;
    }

    private boolean anyMoving() {
        for (boolean one : moving) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private void advance(double delta) {
        for (int j = 0; j < travelled.length; j++) {
            travelled[j] += delta * along[j];
        }
        time += delta;
    }

    private void fix(int b, double smallest) {
        double delta = bends[b] - time;
        advance(delta);
        point[b] = slope[b] > 0 ? box.low(b) : box.high(b);
        moving[b] = false;
        double g = slope[b];
        double theta = curvature.scale();
        double[] row = curvature.row(b);
        double[] solved = curvature.solve(row);
        first += delta * second + g * g + theta * g * (point[b] - x[b]) - g * Vectors.dot(solved, travelled);
        second -= theta * g * g + 2 * g * Vectors.dot(solved, along) + g * g * Vectors.dot(solved, row);
        second = Math.max(second, smallest);
        for (int j = 0; j < along.length; j++) {
            along[j] += g * row[j];
        }
    }
}
