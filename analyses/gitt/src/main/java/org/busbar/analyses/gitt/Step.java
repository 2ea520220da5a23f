package org.busbar.analyses.gitt;

/**
 * A time of constant current.
 *
 * @param start s, when the current changed to this one
 * @param current A, positive when the voltage is driven up; exactly 0 at rest
 * @param from the first sample
 * @param to one after the last sample
 */
record Step(double start, double current, int from, int to) {

    boolean atRest() {
        return current == 0;
    }

    int samples() {
        return to - from;
    }
}
