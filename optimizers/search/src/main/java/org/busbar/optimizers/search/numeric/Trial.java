package org.busbar.optimizers.search.numeric;

/** A step length with the value and the directional slope found there. */
record Trial(double step, double value, double slope) {

    /** The same trial of the function less a line through the start. */
    Trial less(double line) {
        return new Trial(step, value - step * line, slope - line);
    }
}
