package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The convex hull of some rows. */
final class Hull implements Range {

    private static final double NEAR = 1e-7;

    private final Range box;
    private final double[][] corners;

    /** @param rows at least one */
    Hull(double[][] rows) {
        box = Range.box(rows);
        corners = corners(rows);
    }

    @Override
    public boolean holds(double[] row) {
        return box.holds(row) && within(row, corners);
    }

    private static boolean within(double[] row, double[][] points) {
        double[][] moved = new double[points.length][row.length];
        for (int i = 0; i < points.length; i++) {
            Arrays.setAll(moved[i], new Difference(points[i], row)::at);
        }
        return NearestPoint.reachesOrigin(moved, NEAR);
    }

    /** Leaves out each row that lies within the hull of those which are left. */
    private static double[][] corners(double[][] rows) {
        List<double[]> left = new ArrayList<>(Arrays.asList(rows));
        for (int i = left.size() - 1; i >= 0 && left.size() > 1; i--) {
            double[] row = left.remove(i);
            if (!within(row, left.toArray(double[][]::new))) {
                left.add(i, row);
            }
        }
        return left.toArray(double[][]::new);
    }

    private record Difference(double[] a, double[] b) {
        double at(int j) {
            return a[j] - b[j];
        }
    }
}
