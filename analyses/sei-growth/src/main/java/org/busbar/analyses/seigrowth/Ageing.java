package org.busbar.analyses.seigrowth;

import org.busbar.analyses.seigrowth.Charge.Growth;

/**
 * Thickness and loss over the cycles of a cell.
 *
 * @param cycles counted from 0
 * @param thickness of the SEI, m, as many
 * @param lost lithium, part of the capacity of the graphite, as many
 */
record Ageing(double[] cycles, double[] thickness, double[] lost) {

    /** m. */
    static final double FIRST_THICKNESS = 5e-9;

    private static final int STEPS = 20;

    /**
     * Ages a cell by the midpoint rule, with steps that grow from the first cycle on: growth is fastest there.
     *
     * @param cycles 1 or more
     */
    static Ageing of(Cell cell, double cycles) {
        Charge charge = new Charge(cell);
        Ageing ageing = new Ageing(new double[STEPS + 1], new double[STEPS + 1], new double[STEPS + 1]);
        ageing.thickness[0] = FIRST_THICKNESS;
        for (int step = 1; step <= STEPS; step++) {
            double part = (double) step / STEPS;
            ageing.cycles[step] = cycles * part * part;
            ageing.grow(step, charge, ageing.cycles[step] - ageing.cycles[step - 1], cell.capacity());
        }
        return ageing;
    }

    private void grow(int step, Charge charge, double more, double capacity) {
        double before = thickness[step - 1];
        double middle = before + more / 2 * charge.on(before).thickness();
        Growth growth = charge.on(middle);
        thickness[step] = before + more * growth.thickness();
        lost[step] = lost[step - 1] + more * growth.lost() / capacity;
    }

    double finalThickness() {
        return thickness[STEPS];
    }

    double finalLoss() {
        return lost[STEPS];
    }
}
