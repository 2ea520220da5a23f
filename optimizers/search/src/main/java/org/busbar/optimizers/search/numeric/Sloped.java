package org.busbar.optimizers.search.numeric;

/** A function of a vector that knows its own gradient. */
@FunctionalInterface
public interface Sloped {

    /**
     * Returns the value at a point and fills in the gradient there.
     *
     * @param x the point; not to be changed or kept
     * @param slope as long as {@code x}; every element is to be set to the partial derivative
     * @return the value; NaN or an infinity where the function has none, and then the slope is not read
     */
    double at(double[] x, double[] slope);
}
