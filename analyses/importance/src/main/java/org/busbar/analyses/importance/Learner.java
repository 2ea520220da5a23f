package org.busbar.analyses.importance;

/** A way to learn from a table. */
interface Learner {

    /**
     * Learns.
     *
     * @param x one row per measurement, each input in its unit
     * @param y as many numbers
     */
    Predictor learn(double[][] x, double[] y) throws InterruptedException;
}
