package org.busbar.analyses.eis.fit;

/** The range of one parameter, both ends included, in its own unit. */
public record Bound(double low, double high) {

    public Bound {
        if (!(low <= high)) {
            throw new IllegalArgumentException("from " + low + " to " + high + " is not a range");
        }
    }

    double nearest(double value) {
        return Math.min(high, Math.max(low, value));
    }
}
