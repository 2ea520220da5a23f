package org.busbar.analyses.drt;

import java.util.ArrayList;
import java.util.List;

/**
 * One peak of a distribution, from the minimum on its left to that on its right.
 *
 * @param tau of the highest point of the parabola through the top, s
 * @param resistance the area, Ohm
 * @param height of the top, Ohm
 * @param width at half height, decades of tau
 * @param share of the area of the whole distribution, from 0 to 1
 * @param from the first node
 * @param to the node after the last
 */
record Peak(double tau, double resistance, double height, double width, double share, int from, int to) {

    /** What is lower, as a part of the highest point, is rounding. */
    private static final double DUST = 1e-3;

    /** C of the R || C with this resistance and time constant, F. */
    double capacitance() {
        return tau / resistance;
    }

    /** The peaks by rising time constant; none if the distribution is 0. */
    static List<Peak> of(Grid grid, double[] gamma) {
        List<Integer> tops = tops(gamma);
        List<Peak> peaks = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tops.size(); i++) {
            int to = i + 1 < tops.size() ? lowest(gamma, tops.get(i), tops.get(i + 1)) : gamma.length;
            peaks.add(of(grid, gamma, tops.get(i), from, to));
            from = to;
        }
        return List.copyOf(peaks);
    }

    private static Peak of(Grid grid, double[] gamma, int top, int from, int to) {
        double area = grid.area(gamma, from, to);
        double share = area / grid.area(gamma, 0, gamma.length);
        return new Peak(tau(grid, gamma, top), area, gamma[top], width(grid, gamma, top), share, from, to);
    }

    private static List<Integer> tops(double[] gamma) {
        double least = DUST * gamma[highest(gamma, gamma.length)];
        List<Integer> tops = new ArrayList<>();
        for (int k = 0; k < gamma.length; k++) {
            boolean rises = k == 0 || gamma[k] > gamma[k - 1];
            boolean falls = k == gamma.length - 1 || gamma[k] >= gamma[k + 1];
            if (rises && falls && gamma[k] > least) {
                tops.add(k);
            }
        }
        return tops;
    }

    private static int lowest(double[] gamma, int from, int to) {
        int lowest = from;
        for (int k = from; k < to; k++) {
            lowest = gamma[k] < gamma[lowest] ? k : lowest;
        }
        return lowest;
    }

    /** The node of the largest of the first {@code count} numbers. */
    static int highest(double[] gamma, int count) {
        int highest = 0;
        for (int k = 1; k < count; k++) {
            highest = gamma[k] > gamma[highest] ? k : highest;
        }
        return highest;
    }

    private static double tau(Grid grid, double[] gamma, int top) {
        if (top == 0 || top == gamma.length - 1) {
            return grid.tau()[top];
        }
        double slope = (gamma[top + 1] - gamma[top - 1]) / 2;
        double curvature = 2 * gamma[top] - gamma[top + 1] - gamma[top - 1];
        return grid.tau()[top] * StrictMath.exp(grid.step() * slope / curvature);
    }

    /** The width at half of the height of node {@code top}, decades; up to the end of the grid where it is cut off. */
    static double width(Grid grid, double[] gamma, int top) {
        return (side(grid, gamma, top, 1) + side(grid, gamma, top, -1)) / grid.perDecade();
    }

    private static double side(Grid grid, double[] gamma, int top, int direction) {
        double half = gamma[top] / 2;
        int k = top;
        while (k + direction >= 0 && k + direction < grid.size()) {
            if (gamma[k + direction] <= half) {
                return Math.abs(k - top) + (gamma[k] - half) / (gamma[k] - gamma[k + direction]);
            }
            k += direction;
        }
        return Math.abs(k - top);
    }
}
