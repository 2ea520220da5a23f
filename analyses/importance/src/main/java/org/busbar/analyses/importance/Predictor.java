package org.busbar.analyses.importance;

/** Something learnt from a table. Immutable. */
interface Predictor {

    /** What is expected at a point, in the unit of the output; the inputs are in their units. */
    double predict(double[] row);
}
