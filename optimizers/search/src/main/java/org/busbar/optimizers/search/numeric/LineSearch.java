package org.busbar.optimizers.search.numeric;

/**
 * A search along one direction for a point that meets the strong Wolfe conditions (Moré & Thuente 1994).
 *
 * <p>A trial without a finite value lies beyond a wall: the search goes back towards the best step and stays on this
 * side. When the conditions cannot be met, the lowest trial is taken if it is lower than the start.
 */
final class LineSearch {

    private static final double DECREASE = 1e-3;
    private static final double FLATTENING = 0.9;
    private static final double RESOLUTION = 0.1;
    private static final double SHRINKAGE = 0.66;
    private static final double RETREAT = 0.25;
    private static final int TRIALS = 25;

    private final Sloped f;
    private final Box box;
    private final double[] origin;
    private final double[] direction;
    private final Trial start;
    private final Bracket bracket;
    private double[] x;
    private double[] slope;
    private double value;
    private int evaluations;
    private boolean steepening = true;
    private double low;
    private double high;
    private double wall;
    private double width;
    private double widthBefore;

    LineSearch(Sloped f, Box box, double[] origin, double[] direction, double value, double decline) {
        this.f = f;
        this.box = box;
        this.origin = origin;
        this.direction = direction;
        this.start = new Trial(0, value, decline);
        this.bracket = new Bracket(start);
        this.value = value;
        this.x = origin;
        this.slope = new double[origin.length];
    }

    double[] x() {
        return x;
    }

    double[] slope() {
        return slope;
    }

    double value() {
        return value;
    }

    int evaluations() {
        return evaluations;
    }

    static boolean usable(double value, double[] slope) {
        double sum = value;
        for (double one : slope) {
            sum += Math.abs(one);
        }
        return Double.isFinite(sum);
    }

    /** Searches from the first step on; says whether a lower point was found. */
    boolean run(double first, double room) {
        wall = room;
        high = 5 * first;
        width = room;
        widthBefore = 2 * room;
        double step = first;
        while (evaluations < TRIALS && Double.isFinite(step) && step > 0) {
            step = attempt(step);
        }
        return value < start.value();
    }

    /** Tries one step and returns the next one, or 0 when done. */
    private double attempt(double step) {
        double[] point = point(step);
        double[] there = new double[point.length];
        double found = f.at(point.clone(), there);
        evaluations++;
        if (!usable(found, there)) {
            return retreat(step);
        }
        Trial trial = new Trial(step, found, Vectors.dot(there, direction));
        boolean done = done(trial);
        if (done || found < value) {
            x = point;
            slope = there;
            value = found;
        }
        return done ? 0 : next(trial);
    }

    /** Half of the way to the bad step becomes the new end. */
    private double retreat(double step) {
        double from = bracket.best().step();
        wall = Math.min(wall, from + (step - from) / 2);
        double shorter = from + RETREAT * (step - from);
        return Math.abs(shorter - from) > Math.ulp(from) ? shorter : 0;
    }

    private double[] point(double step) {
        double[] point = new double[origin.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = box.snap(i, origin[i], origin[i] + step * direction[i]);
        }
        return point;
    }

    private boolean done(Trial trial) {
        double line = DECREASE * start.slope();
        boolean low = trial.value() <= start.value() + trial.step() * line;
        if (low && trial.slope() >= 0) {
            steepening = false;
        }
        boolean flat = Math.abs(trial.slope()) <= FLATTENING * -start.slope();
        boolean atEnd = trial.step() >= wall && trial.slope() <= line;
        return low && (flat || atEnd);
    }

    private double next(Trial trial) {
        double step = interpolate(trial);
        if (bracket.closed()) {
            step = halved(step);
            low = Math.min(bracket.best().step(), bracket.otherEnd());
            high = Math.max(bracket.best().step(), bracket.otherEnd());
        } else {
            low = step + 1.1 * (step - bracket.best().step());
            high = step + 4 * (step - bracket.best().step());
        }
        step = Math.min(step, wall);
        boolean exhausted = bracket.closed() && (step <= low || step >= high || high - low <= RESOLUTION * high);
        return exhausted || step == trial.step() ? 0 : step;
    }

    /** The middle instead, when two trials have not shortened the bracket by a third. */
    private double halved(double step) {
        boolean slow = bracket.width() >= SHRINKAGE * widthBefore;
        widthBefore = width;
        width = bracket.width();
        return slow ? (bracket.best().step() + bracket.otherEnd()) / 2 : step;
    }

    private double interpolate(Trial trial) {
        double line = DECREASE * start.slope();
        double limit = Math.min(high, wall);
        boolean modified = steepening
                && trial.value() <= bracket.best().value()
                && trial.value() > start.value() + trial.step() * line;
        if (!modified) {
            return bracket.next(trial, low, limit);
        }
        bracket.tilt(-line);
        double step = bracket.next(trial.less(line), low, limit);
        bracket.tilt(line);
        return step;
    }
}
