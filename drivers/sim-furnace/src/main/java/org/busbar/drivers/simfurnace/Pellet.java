package org.busbar.drivers.simfurnace;

/**
 * A pellet and what heat has done to it.
 *
 * @param id of the sample
 * @param acid phosphoric acid relative to the stoichiometric amount, % by mass
 * @param work of sintering so far, s/K; see {@link MasterCurve}
 * @param hottest the highest temperature it has had, K
 * @param atmosphere of its last firing; empty before the first one
 */
record Pellet(String id, double acid, double work, double hottest, String atmosphere) {

    /** A pellet that was pressed and never fired. */
    static Pellet green(String id, double acid) {
        return new Pellet(id, acid, 0, Heat.AMBIENT, "");
    }

    /** After a second at a temperature in K. */
    Pellet after(double temperature) {
        return new Pellet(
                id, acid, work + MasterCurve.rate(temperature, acid), Math.max(hottest, temperature), atmosphere);
    }

    Pellet in(String gas) {
        return new Pellet(id, acid, work, hottest, gas);
    }

    /** Share of the density without pores, 0 to 1. */
    double density() {
        return MasterCurve.density(work, hottest, acid);
    }

    /** By how much it is shorter than it was pressed, as a share of that; negative if it has swollen. */
    double shrinkage() {
        return 1 - Math.cbrt(MasterCurve.GREEN / density());
    }
}
