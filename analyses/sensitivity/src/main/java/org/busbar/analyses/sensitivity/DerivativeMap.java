package org.busbar.analyses.sensitivity;

import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Sobol;

/**
 * Root mean square derivatives over two inputs, the mean taken over all others; one entry per cell of a grid.
 *
 * @param names of the two inputs; empty if there is no map
 * @param x the middle of each cell, in the unit of the first input
 * @param y the middle of each cell, in the unit of the second input
 * @param byX in units of the output per unit of the first input
 * @param byY in units of the output per unit of the second input
 */
record DerivativeMap(List<String> names, double[] x, double[] y, double[] byX, double[] byY) {

    private static final int OTHERS = 64;

    /** No map. */
    static DerivativeMap none() {
        return new DerivativeMap(List.of(), new double[0], new double[0], new double[0], new double[0]);
    }

    /**
     * Fills a map.
     *
     * @param over the two inputs
     * @param grid the number of cells along each
     * @throws InterruptedException if told to stop
     */
    static DerivativeMap of(Derivatives.Gradient gradient, Ranges ranges, int[] over, int grid, Keyed scramble)
            throws InterruptedException {
        List<String> names = List.of(ranges.names().get(over[0]), ranges.names().get(over[1]));
        int cells = grid * grid;
        DerivativeMap map =
                new DerivativeMap(names, new double[cells], new double[cells], new double[cells], new double[cells]);
        double[][] others = new Sobol(ranges.size(), scramble).take(OTHERS);
        for (int cell = 0; cell < cells; cell++) {
            Bootstrap.requireTime();
            map.fill(
                    cell,
                    new double[] {(cell % grid + 0.5) / grid, (cell / grid + 0.5) / grid},
                    over,
                    others,
                    gradient);
            map.scale(cell, ranges, over);
        }
        return map;
    }

    /** Leaves the place in the unit cube and the derivatives by its coordinates in the cell. */
    private void fill(int cell, double[] place, int[] over, double[][] others, Derivatives.Gradient gradient) {
        double[][] found = new double[others.length][];
        for (int n = 0; n < others.length; n++) {
            double[] unit = others[n].clone();
            unit[over[0]] = place[0];
            unit[over[1]] = place[1];
            found[n] = gradient.at(unit);
        }
        double[] roots = Derivatives.rootMeanSquares(found);
        x[cell] = place[0];
        y[cell] = place[1];
        byX[cell] = roots[over[0]];
        byY[cell] = roots[over[1]];
    }

    private void scale(int cell, Ranges ranges, int[] over) {
        double[] unit = new double[ranges.size()];
        unit[over[0]] = x[cell];
        unit[over[1]] = y[cell];
        byX[cell] *= ranges.slope(over[0], x[cell]);
        byY[cell] *= ranges.slope(over[1], y[cell]);
        double[] inputs = ranges.at(unit);
        x[cell] = inputs[over[0]];
        y[cell] = inputs[over[1]];
    }
}
