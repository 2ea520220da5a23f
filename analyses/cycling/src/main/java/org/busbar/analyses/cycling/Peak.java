package org.busbar.analyses.cycling;

import java.util.ArrayList;
import java.util.List;

/**
 * A local maximum.
 *
 * @param position by a parabola through the points around it
 * @param height of that parabola
 * @param prominence how far one has to descend before a higher point, or the end, is reached
 * @param positionError standard error of the position by the scatter around the parabola
 */
record Peak(double position, double height, double prominence, double positionError) {

    private static final double TOP = 0.1;

    /** The peaks of at least that prominence in order of {@code x}, which is equally spaced and ascending. */
    static List<Peak> of(double[] x, double[] y, double leastProminence) {
        List<Peak> peaks = new ArrayList<>();
        for (int i = 1; i < y.length - 1; i++) {
            if (y[i] > y[i - 1] && y[i] >= y[i + 1]) {
                double prominence = y[i] - Math.max(lowest(y, i, -1), lowest(y, i, 1));
                if (prominence >= leastProminence) {
                    peaks.add(refined(x, y, i, prominence));
                }
            }
        }
        return peaks;
    }

    private static double lowest(double[] y, int peak, int direction) {
        double lowest = y[peak];
        for (int i = peak + direction; i >= 0 && i < y.length && y[i] <= y[peak]; i += direction) {
            lowest = Math.min(lowest, y[i]);
        }
        return lowest;
    }

    /** By all points around that are less than a tenth of the prominence below; the highest one if these do not bend. */
    private static Peak refined(double[] x, double[] y, int i, double prominence) {
        int from = reach(y, i, -1, prominence);
        int to = reach(y, i, 1, prominence);
        Parabola top = Parabola.through(x, y, from, to);
        boolean inside = top.position() >= x[from] && top.position() <= x[to];
        return inside
                ? new Peak(top.position(), top.height(), prominence, top.positionError())
                : new Peak(x[i], y[i], prominence, x[to] - x[from]);
    }

    private static int reach(double[] y, int peak, int direction, double prominence) {
        int i = peak + direction;
        while (i + direction >= 0 && i + direction < y.length && y[i + direction] > y[peak] - TOP * prominence) {
            i += direction;
        }
        return i;
    }
}
