package org.busbar.optimizers.search.space;

import java.util.Arrays;
import java.util.Optional;

/**
 * Linear programs by the two-phase tableau simplex method with the rule of Bland, which cannot cycle; for some dozens of
 * variables and rows. Source: R. G. Bland, Math. Oper. Res. 2 (1977) 103, doi:10.1287/moor.2.2.103.
 */
final class Simplex {

    private static final double TINY = 1e-10;
    private static final double INFEASIBLE = 1e-8;

    private final double[][] table;
    private final int[] basic;
    private final int real;
    private final int columns;

    private Simplex(double[][] table, int[] basic, int real, int columns) {
        this.table = table;
        this.basic = basic;
        this.real = real;
        this.columns = columns;
    }

    /**
     * A vertex with the least {@code cost x} that keeps the limits; all bounds must be finite.
     *
     * @return empty if no vector keeps the limits
     */
    static Optional<double[]> minimize(double[] cost, Halfspaces limits) {
        if (!ordered(limits)) {
            return Optional.empty();
        }
        Simplex simplex = build(limits);
        if (!simplex.feasible()) {
            return Optional.empty();
        }
        simplex.descend(cost);
        return Optional.of(simplex.vertex(limits));
    }

    private static boolean ordered(Halfspaces limits) {
        for (int i = 0; i < limits.size(); i++) {
            if (!(limits.low()[i] <= limits.high()[i])) {
                return false;
            }
        }
        return true;
    }

    /** Variables are {@code x - low}; then one slack per inequality, one artificial per row, and the right side. */
    private static Simplex build(Halfspaces limits) {
        SimplexRows rows = SimplexRows.of(limits);
        int n = limits.size();
        int real = n + rows.slacks();
        int m = rows.size();
        double[][] table = new double[m + 1][real + m + 1];
        int[] basic = new int[m];
        for (int r = 0; r < m; r++) {
            basic[r] = rows.write(r, table[r], n, real);
        }
        return new Simplex(table, basic, real, real + m);
    }

    private boolean feasible() {
        double[] goal = table[table.length - 1];
        for (int r = 0; r < basic.length; r++) {
            if (basic[r] >= real) {
                add(goal, -1, table[r]);
                goal[basic[r]] = 0;
            }
        }
        iterate(columns);
        if (-goal[columns] > INFEASIBLE) {
            return false;
        }
        expelArtificials();
        return true;
    }

    private void expelArtificials() {
        for (int r = 0; r < basic.length; r++) {
            if (basic[r] >= real) {
                int column = widest(table[r]);
                if (Math.abs(table[r][column]) > 1e-7) {
                    pivot(r, column);
                } else {
                    Arrays.fill(table[r], 0, real, 0);
                }
            }
        }
    }

    private int widest(double[] row) {
        int widest = 0;
        for (int j = 1; j < real; j++) {
            if (Math.abs(row[j]) > Math.abs(row[widest])) {
                widest = j;
            }
        }
        return widest;
    }

    private void descend(double[] cost) {
        double[] goal = table[table.length - 1];
        Arrays.fill(goal, 0);
        System.arraycopy(cost, 0, goal, 0, cost.length);
        for (int r = 0; r < basic.length; r++) {
            if (basic[r] < real) {
                add(goal, -goal[basic[r]], table[r]);
            }
        }
        iterate(real);
    }

    /** Ends for sure by the rule of Bland but for rounding, against which there is a limit. */
    private void iterate(int width) {
        for (int i = 0; i < 50 * (columns + basic.length); i++) {
            int column = entering(width);
            int row = column < 0 ? -1 : leaving(column);
            if (row < 0) {
                return;
            }
            pivot(row, column);
        }
    }

    private int entering(int width) {
        double[] goal = table[table.length - 1];
        for (int j = 0; j < width; j++) {
            if (goal[j] < -TINY) {
                return j;
            }
        }
        return -1;
    }

    private int leaving(int column) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < basic.length; r++) {
            if (table[r][column] > 1e-9) {
                double ratio = table[r][columns] / table[r][column];
                if (ratio < least - 1e-12 || ratio <= least + 1e-12 && basic[r] < basic[best]) {
                    least = Math.min(least, ratio);
                    best = r;
                }
            }
        }
        return best;
    }

    private void pivot(int row, int column) {
        double[] pivot = table[row];
        double factor = 1 / pivot[column];
        for (int j = 0; j <= columns; j++) {
            pivot[j] *= factor;
        }
        pivot[column] = 1;
        for (double[] other : table) {
            if (other != pivot && other[column] != 0) {
                add(other, -other[column], pivot);
                other[column] = 0;
            }
        }
        basic[row] = column;
    }

    private static void add(double[] to, double factor, double[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * row[j];
        }
    }

    private double[] vertex(Halfspaces limits) {
        double[] x = limits.low().clone();
        for (int r = 0; r < basic.length; r++) {
            if (basic[r] < x.length) {
                int i = basic[r];
                x[i] = Math.min(limits.high()[i], Math.max(limits.low()[i], x[i] + table[r][columns]));
            }
        }
        return x;
    }
}
