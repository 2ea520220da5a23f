package org.busbar.analyses.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.busbar.optimizers.search.numeric.Statistics;

/**
 * The runs of a table as seen from one of them, the base.
 *
 * @param unit one row per run, inputs scaled to their ranges
 * @param y the output of each run
 * @param base the row of the base run
 */
record Steps(double[][] unit, double[] y, int base) {

    /**
     * Seen from the row that reaches most inputs by single steps; among several, from that with most single steps, and
     * then from the first.
     */
    static Steps fromCentre(double[][] unit, double[] y) {
        Steps best = new Steps(unit, y, 0);
        long most = -1;
        for (int row = 0; row < unit.length; row++) {
            Steps steps = new Steps(unit, y, row);
            long reach = steps.reach();
            if (reach > most) {
                best = steps;
                most = reach;
            }
        }
        return best;
    }

    /** The number of inputs that are moved alone, and below it the number of runs that do so. */
    private long reach() {
        List<Integer> single = single();
        long inputs = single.stream()
                .mapToInt(row -> ElementaryEffects.moved(unit[base], unit[row]))
                .distinct()
                .count();
        return inputs * unit.length + single.size();
    }

    /** The rows that differ from the base in one input. */
    private List<Integer> single() {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < unit.length; row++) {
            if (ElementaryEffects.moved(unit[base], unit[row]) >= 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows that differ from the base in input i alone, and the base itself. */
    List<Integer> along(int i) {
        List<Integer> rows = new ArrayList<>(List.of(base));
        single().stream()
                .filter(row -> ElementaryEffects.moved(unit[base], unit[row]) == i)
                .forEach(rows::add);
        return rows;
    }

    /** The outputs at the place of the base, that of the base among them. */
    double[] repeats() {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < unit.length; row++) {
            if (isSame(unit[row], unit[base])) {
                rows.add(row);
            }
        }
        return rows.stream().mapToDouble(row -> y[row]).toArray();
    }

    /** The output at the base, the mean of repeats. */
    double baseOutput() {
        return Statistics.mean(repeats());
    }

    /** The output at the highest level of input i less that at the lowest, among the rows along it. */
    double effect(int i) {
        int lowest = base;
        int highest = base;
        for (int row : along(i)) {
            lowest = unit[row][i] < unit[lowest][i] ? row : lowest;
            highest = unit[row][i] > unit[highest][i] ? row : highest;
        }
        return outputAt(highest) - outputAt(lowest);
    }

    private double outputAt(int row) {
        return row == base ? baseOutput() : y[row];
    }

    /** The rows that differ from the base in several inputs and of which each step alone is in the table. */
    List<Integer> combined() {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < unit.length; row++) {
            if (!isSame(unit[row], unit[base])
                    && ElementaryEffects.moved(unit[base], unit[row]) < 0
                    && !Double.isNaN(added(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the steps alone, added up, say about a row; NaN if one of them is not in the table. */
    double added(int row) {
        double sum = baseOutput();
        for (int i = 0; i < unit[row].length; i++) {
            if (!isSame(unit[row][i], unit[base][i])) {
                sum += step(i, unit[row][i]);
            }
        }
        return sum;
    }

    private double step(int i, double level) {
        return along(i).stream()
                .filter(row -> row != base && isSame(unit[row][i], level))
                .mapToDouble(row -> y[row] - baseOutput())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static boolean isSame(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (!isSame(one[i], other[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= 1e-9;
    }
}
