package org.busbar.analyses.eis.fit;

/** One place of the search: coordinates and the sum of squares there, with its quadratic model. Written by one thread. */
final class State {

    /** Coordinates of all parameters. */
    final double[] at;

    /** All parameters, each in its unit. */
    final double[] values;

    /** Half the gradient by the free coordinates. */
    final double[] gradient;

    /** J<sup>T</sup>J of the free coordinates; only the lower triangle. */
    final double[][] normal;

    double squares;

    State(int parameters, int free) {
        at = new double[parameters];
        values = new double[parameters];
        gradient = new double[free];
        normal = new double[free][free];
    }
}
