package org.busbar.analyses.cycling;

import java.util.Arrays;
import org.busbar.api.Quantity;

/**
 * Capacities against that of the first cycle after formation; the first fraction is exactly 1.
 *
 * @param capacities those after formation
 */
record Retention(Capacities capacities) {

    /**
     * Capacities of cycles in ascending order, all arrays equally long.
     *
     * @param capacity A.h
     * @param uncertainty standard uncertainty of each, A.h, the common gain included
     * @param gain the relative error that all have in common
     */
    @SuppressWarnings("ArrayRecordComponent") // local to one call, never compared
    record Capacities(double[] cycle, double[] capacity, double[] uncertainty, double gain) {

        Capacities from(int first) {
            int rows = cycle.length;
            return new Capacities(
                    Arrays.copyOfRange(cycle, first, rows),
                    Arrays.copyOfRange(capacity, first, rows),
                    Arrays.copyOfRange(uncertainty, first, rows),
                    gain);
        }

        /** What the cycles do not have in common, relative. */
        double relative(int i) {
            double all = uncertainty[i] / capacity[i];
            return Math.sqrt(Math.max(0, all * all - gain * gain));
        }
    }

    /**
     * Leaves out the first {@code formation} cycles.
     *
     * @throws IllegalArgumentException if columns differ in length, cycles are not ascending, a capacity is not above
     *     0, or no cycle is left
     */
    static Retention of(String analysis, Capacities given, int formation) {
        int rows = given.cycle.length;
        if (given.capacity.length != rows || given.uncertainty.length != rows) {
            throw new IllegalArgumentException(analysis + ": full_cycle has " + rows + " values, full_cycle_capacity "
                    + given.capacity.length + " and full_cycle_capacity_u " + given.uncertainty.length
                    + "; give one per cycle");
        }
        if (rows <= formation) {
            throw new IllegalArgumentException(analysis + ": " + rows + " full cycles of which " + formation
                    + " are formation leave none; give more cycles, or a smaller formation_cycles");
        }
        for (int i = 0; i < rows; i++) {
            requireOrdered(analysis, given, i);
        }
        return new Retention(given.from(formation));
    }

    private static void requireOrdered(String analysis, Capacities given, int i) {
        if (!(given.capacity[i] > 0) || !(given.uncertainty[i] >= 0)) {
            throw new IllegalArgumentException(analysis + ": full_cycle_capacity = " + given.capacity[i] + " +- "
                    + given.uncertainty[i] + " A.h at position " + i
                    + ": a full cycle has more than 0 A.h and an uncertainty not below 0; leave the cycle out");
        }
        if (i > 0 && !(given.cycle[i] > given.cycle[i - 1])) {
            throw new IllegalArgumentException(analysis + ": full_cycle = " + given.cycle[i] + " at position " + i
                    + " is not above the one before, " + given.cycle[i - 1] + "; sort the cycles, each once");
        }
    }

    double[] cycles() {
        return capacities.cycle.clone();
    }

    int size() {
        return capacities.cycle.length;
    }

    /** The capacity that the others are compared with. */
    Quantity initial() {
        return Quantity.of(capacities.capacity[0], capacities.uncertainty[0], "A.h");
    }

    double fraction(int i) {
        return capacities.capacity[i] / capacities.capacity[0];
    }

    /** Standard uncertainty of {@link #fraction}: what is common to both capacities cancels. */
    double uncertainty(int i) {
        return i == 0 ? 0 : fraction(i) * Math.hypot(capacities.relative(i), capacities.relative(0));
    }

    double[] fractions() {
        double[] fractions = new double[size()];
        Arrays.setAll(fractions, this::fraction);
        return fractions;
    }

    double[] uncertainties() {
        double[] uncertainties = new double[size()];
        Arrays.setAll(uncertainties, this::uncertainty);
        return uncertainties;
    }

    /** The last capacity against {@code nominal}, or, if that is 0, against the initial one. */
    Quantity health(Quantity nominal) {
        int last = size() - 1;
        if (nominal.value() == 0) {
            return Quantity.of(fraction(last), uncertainty(last), "1");
        }
        double health = capacities.capacity[last] / nominal.value();
        double ofNominal = Double.isNaN(nominal.uncertainty()) ? 0 : nominal.uncertainty() / nominal.value();
        double relative = capacities.uncertainty[last] / capacities.capacity[last];
        return Quantity.of(health, health * Math.hypot(relative, ofNominal), "1");
    }
}
