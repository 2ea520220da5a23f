package org.busbar.optimizers.bayes.acquire;

/** A worth that depends on the mean and the standard deviation at a row only. Pure. */
interface Score {

    /** The worth; never NaN for a finite mean and a deviation of 0 or more. */
    double at(double mean, double deviation);

    /** How the worth changes with the mean and with the deviation; zeros where it is minus infinity. */
    double[] partials(double mean, double deviation);
}
