package org.busbar.analyses.cyclerbinary;

/**
 * One sample of a Neware tester.
 *
 * @param step from 1 on, one more with each change of the step
 * @param seconds since the step began; NaN if not recorded
 * @param ampere positive in charge
 * @param charge counter since the step began, A.h
 * @param discharge likewise
 * @param unixTime s
 * @param celsius NaN if there is no sensor
 */
record NewareRow(
        long cycle,
        int step,
        double seconds,
        double volt,
        double ampere,
        double charge,
        double discharge,
        double unixTime,
        double celsius) {

    NewareRow withCycle(long other) {
        return new NewareRow(other, step, seconds, volt, ampere, charge, discharge, unixTime, celsius);
    }
}
