package org.busbar.drivers.described;

/**
 * The standard uncertainty of a reading, as data sheets give it: a share of the reading and a fixed part.
 *
 * @param share of the reading; 0.001 for 0.1 %
 * @param fixed in the unit of the reading as it is declared; NaN if the uncertainty is not known
 */
record Spread(double share, double fixed) {

    static final Spread UNKNOWN = new Spread(0, Double.NaN);

    double of(double reading) {
        return share * Math.abs(reading) + fixed;
    }
}
