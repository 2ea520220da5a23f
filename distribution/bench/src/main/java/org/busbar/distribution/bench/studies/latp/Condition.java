package org.busbar.distribution.bench.studies.latp;

/**
 * How a pellet is made.
 *
 * @param acid H3PO4 relative to the stoichiometric amount, wt %
 * @param temperature of sintering, °C
 * @param time of sintering, min
 */
public record Condition(double acid, double temperature, double time) {}
