package org.busbar.distribution.bench.studies.latp;

import java.util.Collection;
import org.busbar.distribution.bench.studies.figure.Axis;
import org.busbar.distribution.bench.studies.figure.Colour;
import org.busbar.distribution.bench.studies.figure.Plot;

/** A cut through the surface at one time. */
record SurfacePlot(SyntheticSurface surface) {

    private static final double TIME = 480;

    Plot of(Collection<Condition> known) {
        Grid grid = Grid.late();
        double[] acids = grid.acids();
        double[] temperatures = grid.temperatures();
        double[][] cells = new double[temperatures.length][acids.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < temperatures.length; row++) {
            for (int column = 0; column < acids.length; column++) {
                cells[row][column] = surface.log10(new Condition(acids[column], temperatures[row], TIME));
                highest = Math.max(highest, cells[row][column]);
            }
        }
        return new Plot(
                        "Synthetic surface at " + Math.round(TIME) + " min",
                        new Axis("H3PO4 relative to stoichiometry, wt %", -22.5 - 1.875, 7.5 + 1.875),
                        new Axis("temperature, °C", 787.5, 1112.5))
                .cells("log10(conductivity / (S/cm))", highest - 2, highest, cells)
                .dots(
                        "published, any time",
                        Colour.ORANGE,
                        4,
                        known.stream().mapToDouble(Condition::acid).toArray(),
                        known.stream().mapToDouble(Condition::temperature).toArray());
    }
}
