package org.busbar.analyses.voltammetry;

/**
 * Smooths a record by fitting a parabola to the neighbours of each point; where these are evenly spaced, this is the
 * filter of A. Savitzky, M. J. E. Golay, Anal. Chem. 36, 1627 (1964), doi 10.1021/ac60214a047. At the ends the window is
 * one-sided.
 *
 * @param values smoothed, one for each point
 * @param slopes derivative by {@code x}
 */
record SavitzkyGolay(double[] values, double[] slopes) {

    private static final int LEAST = 2;

    /**
     * Smooths.
     *
     * @param x rising
     * @param reach how many neighbours on each side; 2 at least
     */
    static SavitzkyGolay of(double[] x, double[] y, int reach) {
        double[] values = new double[x.length];
        double[] slopes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int from = Math.max(0, i - Math.max(LEAST, reach));
            int to = Math.min(x.length - 1, i + Math.max(LEAST, reach));
            double[] parabola = parabola(x, y, i, new int[] {from, to});
            values[i] = parabola[0];
            slopes[i] = parabola[1];
        }
        return new SavitzkyGolay(values, slopes);
    }

    /** How many neighbours on each side make a window of that share of a sweep of {@code points}. */
    static int reach(double share, int points) {
        return (int) Math.max(LEAST, Math.round(share * points / 2));
    }

    /** Value and slope, at point {@code at}, of the parabola through a window of five points or fewer at the ends. */
    private static double[] parabola(double[] x, double[] y, int at, int[] window) {
        double scale = Math.max(x[window[1]] - x[at], x[at] - x[window[0]]);
        double[] s = new double[5];
        double[] t = new double[3];
        for (int i = window[0]; i <= window[1]; i++) {
            double u = (x[i] - x[at]) / scale;
            double dy = y[i] - y[at];
            double power = 1;
            for (int k = 0; k < 5; k++) {
                s[k] += power;
                if (k < 3) {
                    t[k] += power * dy;
                }
                power *= u;
            }
        }
        double[] solved = solved(s, t);
        return new double[] {y[at] + solved[0], solved[1] / scale};
    }

    /** Constant and linear coefficient, by Cramer's rule. */
    private static double[] solved(double[] s, double[] t) {
        double whole = s[0] * (s[2] * s[4] - s[3] * s[3])
                - s[1] * (s[1] * s[4] - s[2] * s[3])
                + s[2] * (s[1] * s[3] - s[2] * s[2]);
        double constant = t[0] * (s[2] * s[4] - s[3] * s[3])
                - s[1] * (t[1] * s[4] - s[3] * t[2])
                + s[2] * (t[1] * s[3] - s[2] * t[2]);
        double linear = s[0] * (t[1] * s[4] - s[3] * t[2])
                - t[0] * (s[1] * s[4] - s[2] * s[3])
                + s[2] * (s[1] * t[2] - t[1] * s[2]);
        return new double[] {constant / whole, linear / whole};
    }
}
