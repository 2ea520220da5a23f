package org.busbar.analyses.sensitivity;

import java.util.List;

/**
 * What the output changed by per unit of one input, the inputs scaled to their ranges.
 *
 * @param effects one row per input, one column per trajectory
 */
record ElementaryEffects(double[][] effects) {

    /** What two numbers may differ in and still be taken for the same, as part of the range. */
    private static final double ROUNDING = 1e-9;

    /**
     * The effects in the trajectories that the rows are.
     *
     * @param unit one row per run, k columns, scaled to the ranges; each k + 1 rows are one trajectory
     * @throws IllegalArgumentException if they are no trajectories, naming the first row that is out of place
     */
    static ElementaryEffects of(List<String> names, double[][] unit, double[] y) {
        int k = names.size();
        if (unit.length % (k + 1) != 0) {
            throw refusal(names, unit.length, "the last trajectory is cut off");
        }
        double[][] effects = new double[k][unit.length / (k + 1)];
        for (int walk = 0; walk < effects[0].length; walk++) {
            boolean[] moved = new boolean[k];
            for (int row = walk * (k + 1) + 1; row < (walk + 1) * (k + 1); row++) {
                int i = moved(unit[row - 1], unit[row]);
                if (i < 0 || moved[i]) {
                    throw refusal(names, unit.length, "row " + (row + 1) + " does not change one input more");
                }
                moved[i] = true;
                effects[i][walk] = (y[row] - y[row - 1]) / (unit[row][i] - unit[row - 1][i]);
            }
        }
        return new ElementaryEffects(effects);
    }

    /** The only input in which two runs differ; -1 if there is none or more than one. */
    static int moved(double[] from, double[] to) {
        int moved = -1;
        for (int i = 0; i < from.length; i++) {
            if (Math.abs(to[i] - from[i]) > ROUNDING) {
                if (moved >= 0) {
                    return -1;
                }
                moved = i;
            }
        }
        return moved;
    }

    private static IllegalArgumentException refusal(List<String> names, int rows, String what) {
        return new IllegalArgumentException("morris: the table has no trajectories of the inputs " + names + ": " + what
                + "; " + rows + " rows, trajectories of " + (names.size() + 1)
                + " rows wanted, each row one input further; keep the rows in the order of morris-design");
    }

    int trajectories() {
        return effects[0].length;
    }

    /**
     * Mean of the effects of each input, then mean of their magnitudes, then their standard deviation (n - 1).
     *
     * @param counts how often each trajectory counts
     */
    double[] measures(int[] counts) {
        int k = effects.length;
        double[] measures = new double[3 * k];
        for (int i = 0; i < k; i++) {
            double mu = mean(effects[i], counts, 0, 1);
            measures[i] = mu;
            measures[k + i] = magnitude(effects[i], counts);
            double n = trajectories();
            measures[2 * k + i] = Math.sqrt(mean(effects[i], counts, mu, 2) * n / (n - 1));
        }
        return measures;
    }

    private static double mean(double[] numbers, int[] counts, double centre, int power) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            double off = numbers[i] - centre;
            sum += counts[i] * (power == 1 ? off : off * off);
        }
        return sum / numbers.length;
    }

    private static double magnitude(double[] numbers, int[] counts) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += counts[i] * Math.abs(numbers[i]);
        }
        return sum / numbers.length;
    }
}
