package org.busbar.analyses.cycling;

/** What passed in one direction of one cycle, summed up interval by interval; for one thread. */
final class HalfCycle {

    private static final double HOUR = 3600;

    private double charge;
    private double energy;
    private double duration;
    private double switching;
    private double counter;
    private double lastVoltage;
    private boolean flowed;

    /** Adds a charge in A.s that passed at a mean voltage in V. */
    void add(double ampereSeconds, double volt) {
        charge += ampereSeconds;
        energy += ampereSeconds * volt;
    }

    /** Adds the standard deviation, A.s, of a charge at a change of the current at an unknown moment. */
    void addSwitching(double ampereSeconds) {
        switching += ampereSeconds * ampereSeconds;
    }

    /** Adds what the counter of the device rose by, A.h. */
    void addCounter(double ampereHours) {
        counter += ampereHours;
    }

    /** Notes a row in this direction, {@code seconds} after the one before. */
    void row(double volt, double seconds) {
        flowed = true;
        lastVoltage = volt;
        duration += seconds;
    }

    /** Whether any row has a current in this direction. */
    boolean flowed() {
        return flowed;
    }

    /** A.h, not negative. */
    double capacity() {
        return charge / HOUR;
    }

    /** W.h. */
    double energy() {
        return energy / HOUR;
    }

    /** A.h. */
    double counter() {
        return counter;
    }

    /** V, of the last row in this direction. */
    double lastVoltage() {
        return lastVoltage;
    }

    /** Standard uncertainty of the capacity, A.h: common gain, common offset and unknown moments of switching. */
    double uncertainty(Accuracy accuracy) {
        return Math.sqrt(square(accuracy.gain() * charge) + square(accuracy.offset() * duration) + switching) / HOUR;
    }

    /** Standard deviation of the charge from switching, relative to it. */
    double relativeSwitching() {
        return Math.sqrt(switching) / charge;
    }

    /** By which part the capacity is wrong for each ampere of offset, 1/A. */
    double relativeToOffset() {
        return duration / charge;
    }

    private static double square(double x) {
        return x * x;
    }
}
