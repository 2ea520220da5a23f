package org.busbar.distribution.bench.studies.latp;

/**
 * How log10 of the conductivity varies: a product of Matérn correlations (ν = 5/2) over acid, temperature and the logarithm
 * of time. The numbers are those most probable for the known conductivities, rounded, under log-normal priors around 0.6, 15
 * wt %, 150 °C and 2, the short-range part being white noise.
 *
 * @param deviation standard deviation of log10
 * @param acid length scale, wt %
 * @param temperature length scale, °C
 * @param time length scale of ln time
 */
record Roughness(double deviation, double acid, double temperature, double time) {

    /** What sintering does. */
    static final Roughness SMOOTH = new Roughness(0.54, 14, 66, 3.6);

    /** What differs from pellet to pellet: lengths are a quarter of the finest steps. */
    static final Roughness SHORT = new Roughness(0.14, 3.75 / 4, 25 / 4.0, StrictMath.log(540 / 510.0) / 4);

    double covariance(Condition one, Condition other) {
        return deviation
                * deviation
                * matern((one.acid() - other.acid()) / acid)
                * matern((one.temperature() - other.temperature()) / temperature)
                * matern((StrictMath.log(one.time()) - StrictMath.log(other.time())) / time);
    }

    static double matern(double distance) {
        double r = Math.sqrt(5) * Math.abs(distance);
        return (1 + r + r * r / 3) * StrictMath.exp(-r);
    }
}
