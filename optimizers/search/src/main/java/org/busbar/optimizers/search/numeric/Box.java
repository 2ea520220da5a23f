package org.busbar.optimizers.search.numeric;

/** Lower and upper bounds of each variable. */
final class Box {

    private final double[] low;
    private final double[] high;

    Box(double[] low, double[] high) {
        if (low.length != high.length) {
            throw new IllegalArgumentException("There are " + low.length + " lower bounds but " + high.length
                    + " upper bounds; give as many of each");
        }
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i])) {
                throw new IllegalArgumentException("Bounds of variable " + i + " are " + low[i] + " to " + high[i]
                        + "; the lower one must be a number not above the upper one");
            }
        }
        this.low = low.clone();
        this.high = high.clone();
    }

    double low(int i) {
        return low[i];
    }

    double high(int i) {
        return high[i];
    }

    double[] clamp(double[] x) {
        if (x.length != low.length) {
            throw new IllegalArgumentException(
                    "The start has " + x.length + " variables but the bounds have " + low.length + "; give as many");
        }
        double[] inside = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i])) {
                throw new IllegalArgumentException("Variable " + i + " of the start is NaN; give a number");
            }
            inside[i] = clamp(i, x[i]);
        }
        return inside;
    }

    double clamp(int i, double value) {
        return Math.max(low[i], Math.min(high[i], value));
    }

    /** A value within the bounds which came from elsewhere by rounding arithmetic: next to a bound it is that bound. */
    double snap(int i, double from, double to) {
        double rounding = 2 * Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
        if (to - low[i] <= rounding) {
            return low[i];
        }
        return high[i] - to <= rounding ? high[i] : to;
    }

    /** Largest element of the projected gradient: 0 at a point that meets the first-order conditions. */
    double steepness(double[] x, double[] slope) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(clamp(i, x[i] - slope[i]) - x[i]));
        }
        return largest;
    }

    /** How many times the direction fits between x and the nearest bound. */
    double room(double[] x, double[] direction) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (direction[i] > 0) {
                room = Math.min(room, (high[i] - x[i]) / direction[i]);
            } else if (direction[i] < 0) {
                room = Math.min(room, (low[i] - x[i]) / direction[i]);
            }
        }
        return room;
    }
}
