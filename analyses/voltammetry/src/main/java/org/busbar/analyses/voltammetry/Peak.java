package org.busbar.analyses.voltammetry;

/**
 * An extreme of the current in one sweep.
 *
 * @param sweep the number of the sweep
 * @param potential V
 * @param current A, read from zero
 * @param currentError standard error of the smoothed current, A
 * @param baseline A, the line through the beginning of the sweep, at the peak
 * @param beginning potential (V) and baseline (A) at the beginning of the sweep
 * @param prominence A, how far it stands above the higher of the valleys beside it
 */
record Peak(
        int sweep,
        double potential,
        double current,
        double currentError,
        double baseline,
        Beginning beginning,
        double prominence) {

    /** Where the baseline starts. */
    record Beginning(double potential, double current) {}

    /** A, read from the baseline. */
    double corrected() {
        return current - baseline;
    }
}
