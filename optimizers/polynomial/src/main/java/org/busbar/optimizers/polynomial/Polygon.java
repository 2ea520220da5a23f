package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The convex hull of rows of two numbers, by A. M. Andrew's monotone chain, Information Processing Letters 9, 216 (1979),
 * doi:10.1016/0020-0190(79)90072-3.
 */
final class Polygon implements Range {

    private final Range box;
    private final double[][] corners;

    /** @param rows at least one */
    Polygon(double[][] rows) {
        box = Range.box(rows);
        List<double[]> sorted = new ArrayList<>(Arrays.asList(rows));
        sorted.sort(Comparator.<double[]>comparingDouble(row -> row[0]).thenComparingDouble(row -> row[1]));
        List<double[]> around = chain(sorted);
        Collections.reverse(sorted);
        around.addAll(chain(sorted));
        corners = around.toArray(double[][]::new);
    }

    /** The corners from the first row to the last, without the last, turning left only. */
    private static List<double[]> chain(List<double[]> sorted) {
        List<double[]> chain = new ArrayList<>();
        for (double[] row : sorted) {
            while (chain.size() > 1 && left(chain.get(chain.size() - 2), chain.get(chain.size() - 1), row) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(row);
        }
        chain.remove(chain.size() - 1);
        return chain;
    }

    /** Where all corners are on one line, the box cuts that line off at its ends. */
    @Override
    public boolean holds(double[] row) {
        if (!box.holds(row)) {
            return false;
        }
        for (int i = 0; i < corners.length; i++) {
            double[] to = corners[i + 1 < corners.length ? i + 1 : 0];
            if (left(corners[i], to, row) < -SLACK) {
                return false;
            }
        }
        return true;
    }

    /** Twice the area of the triangle, above 0 if c lies to the left of the way from a to b. */
    private static double left(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }
}
