package org.busbar.analyses.gitt;

/**
 * Turns charge into state of charge.
 *
 * @param zero the state of charge before the recording
 * @param unit A.s for a state of charge of 1
 */
record ChargeScale(double zero, double unit) {

    /** With the capacity given, or else from 0 at the lowest to 1 at the highest charge of the recording. */
    static ChargeScale of(Recording recording, Settings settings) {
        if (settings.capacity() > 0) {
            return new ChargeScale(settings.firstCharge(), settings.capacity());
        }
        double lowest = 0;
        double highest = 0;
        for (Step step : recording.steps()) {
            double charge = recording.charge(step.to() - 1);
            lowest = Math.min(lowest, charge);
            highest = Math.max(highest, charge);
        }
        return new ChargeScale(-lowest / (highest - lowest), highest - lowest);
    }

    double at(double charge) {
        return zero + charge / unit;
    }
}
