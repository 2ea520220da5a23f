package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import org.busbar.optimizers.search.numeric.Sloped;

/**
 * Finds a local minimum under linear limits: quasi-Newton steps within the face of the limits that are met exactly. A step
 * ends at the next limit, which is then kept; a limit is let go when that goes down. Every point asked for keeps the
 * limits up to rounding, and values never rise.
 *
 * <p>Source of the active set: J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed., 2006, chapter 16,
 * doi:10.1007/978-0-387-40065-5; of the step: L-BFGS, D. C. Liu, J. Nocedal, Math. Program. 45 (1989) 503,
 * doi:10.1007/BF01589116.
 */
final class FaceDescent {

    private static final int MEMORY = 10;
    private static final double FLAT = 1e-6;
    private static final double GAIN = 2.2e-9;

    private final Sloped f;
    private final List<Halfspaces.Face> faces;
    private final List<double[]> directions;
    private final List<Halfspaces.Face> kept = new ArrayList<>();
    private final List<double[]> steps = new ArrayList<>();
    private final List<double[]> turns = new ArrayList<>();
    private List<double[]> normals = List.of();
    private double[] x;
    private double[] slope;
    private double value;

    /**
     * @param directions in which one can move; orthonormal
     * @param start keeps the limits
     */
    FaceDescent(Sloped f, Halfspaces limits, List<double[]> directions, double[] start) {
        this.f = f;
        this.faces = limits.faces();
        this.directions = directions;
        this.x = start.clone();
        this.slope = new double[start.length];
        this.value = f.at(x, slope);
    }

    /** The best point after at most so many steps; the start if the function has no value there. */
    double[] run(int iterations) {
        for (int k = 0; k < iterations && Double.isFinite(value); k++) {
            double before = value;
            double[] down = downhill();
            boolean moved = largest(down) > FLAT && advance(down);
            boolean gained = before - value > GAIN * Math.max(1, Math.abs(value));
            if ((!moved || !gained) && !release()) {
                return x;
            }
        }
        return x;
    }

    private double[] downhill() {
        return inFace(Vectors.times(slope, -1));
    }

    private double[] inFace(double[] vector) {
        return Vectors.without(Vectors.along(vector, directions), normals);
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double element : vector) {
            largest = Math.max(largest, Math.abs(element));
        }
        return largest;
    }

    private boolean advance(double[] down) {
        double[] step = quasiNewton(down);
        if (!(Vectors.dot(step, down) > 0)) {
            forget();
            step = down;
        }
        double first = steps.isEmpty() ? 0.1 / Math.max(0.1, Vectors.norm(down)) : 1;
        if (search(step, down, first)) {
            return true;
        }
        boolean again = !steps.isEmpty();
        forget();
        return again && search(down, down, 0.1 / Math.max(0.1, Vectors.norm(down)));
    }

    /** Goes along a step, halving it until the value falls enough; true also if a limit was met at once. */
    private boolean search(double[] step, double[] down, double first) {
        double reach = reach(step);
        double length = Math.min(first, reach);
        double fall = Vectors.dot(step, down);
        for (int k = 0; k < 25 && length > 0; k++) {
            double[] to = Vectors.plus(x, length, step);
            double[] there = new double[x.length];
            double at = f.at(to, there);
            if (at <= value - 1e-4 * length * fall) {
                accept(to, there, at, down);
                keepMet(step);
                return true;
            }
            double fitted = length * fall / (2 * ((at - value) / length + fall));
            length = fitted > 0.1 * length && fitted < 0.6 * length ? fitted : length / 2;
        }
        return length == 0 && keepMet(step);
    }

    private double reach(double[] step) {
        double reach = Double.POSITIVE_INFINITY;
        for (Halfspaces.Face face : faces) {
            double speed = Vectors.dot(face.normal(), step);
            if (speed > 1e-13 && !kept.contains(face)) {
                double room = face.room(x);
                reach = Math.min(reach, room < 1e-13 ? 0 : room / speed);
            }
        }
        return reach;
    }

    private void accept(double[] to, double[] there, double at, double[] down) {
        double[] step = Vectors.minus(to, x);
        x = to;
        slope = there;
        value = at;
        double[] turn = Vectors.plus(down, -1, downhill());
        if (Vectors.dot(step, turn) > 1e-12 * Vectors.dot(turn, turn)) {
            steps.add(step);
            turns.add(turn);
        }
        if (steps.size() > MEMORY) {
            steps.remove(0);
            turns.remove(0);
        }
    }

    /** Keeps the limits that are met and that going on would break. */
    private boolean keepMet(double[] step) {
        boolean any = false;
        for (Halfspaces.Face face : faces) {
            if (!kept.contains(face) && Vectors.dot(face.normal(), step) > 1e-13 && face.room(x) < 1e-12) {
                kept.add(face);
                any = true;
            }
        }
        if (any) {
            changed();
        }
        return any;
    }

    private void changed() {
        normals = Vectors.basis(
                List.of(),
                kept.stream()
                        .map(face -> Vectors.along(face.normal(), directions))
                        .filter(normal -> Vectors.norm(normal) > 1e-9)
                        .toList());
        forget();
    }

    private void forget() {
        steps.clear();
        turns.clear();
    }

    /** Lets go the limit that most hinders going down; false if none does. */
    private boolean release() {
        int worst = -1;
        double best = FLAT;
        List<Halfspaces.Face> all = List.copyOf(kept);
        for (int i = 0; i < all.size(); i++) {
            kept.remove(all.get(i));
            changed();
            double inward = -Vectors.dot(all.get(i).normal(), downhill());
            if (inward > best) {
                best = inward;
                worst = i;
            }
            kept.clear();
            kept.addAll(all);
        }
        if (worst >= 0) {
            kept.remove(worst);
        }
        changed();
        return worst >= 0;
    }

    private double[] quasiNewton(double[] down) {
        double[] q = down;
        double[] weights = new double[steps.size()];
        for (int i = steps.size() - 1; i >= 0; i--) {
            weights[i] = Vectors.dot(steps.get(i), q) / Vectors.dot(steps.get(i), turns.get(i));
            q = Vectors.plus(q, -weights[i], turns.get(i));
        }
        if (!steps.isEmpty()) {
            double[] turn = turns.get(turns.size() - 1);
            q = Vectors.times(q, Vectors.dot(steps.get(steps.size() - 1), turn) / Vectors.dot(turn, turn));
        }
        for (int i = 0; i < steps.size(); i++) {
            double back = Vectors.dot(turns.get(i), q) / Vectors.dot(steps.get(i), turns.get(i));
            q = Vectors.plus(q, weights[i] - back, steps.get(i));
        }
        return inFace(q);
    }
}
