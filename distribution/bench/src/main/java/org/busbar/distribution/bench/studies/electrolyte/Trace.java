package org.busbar.distribution.bench.studies.electrolyte;

import java.util.List;

/**
 * One run through a pool.
 *
 * @param order the formulations in the order in which they were tried
 * @param errors mean absolute error of the model on those not tried, mS/cm, after each round
 * @param squared root mean square error, likewise
 */
record Trace(List<Integer> order, List<Double> errors, List<Double> squared) {

    /** After how many tries a formulation was found; the number of all tries if it was not. */
    int tries(int wanted) {
        int place = order.indexOf(wanted);
        return place < 0 ? order.size() : place + 1;
    }
}
