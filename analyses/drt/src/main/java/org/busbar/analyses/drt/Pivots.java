package org.busbar.analyses.drt;

import java.util.Arrays;

/**
 * The normal equations H x = b of a problem with x &ge; 0, solved for the unknowns that are free while the others are 0;
 * one unknown is freed or held at a time by a principal pivot (sweep) of the whole table, of which the lower triangle is
 * kept: n<sup>2</sup>/2 operations.
 *
 * <p>Source of the operation: A. E. Beaton, ETS Research Bulletin RB-64-51 (1964). After any sequence of pivots the
 * block of the free unknowns is -H<sub>FF</sub><sup>-1</sup>, so that another right-hand side costs one product. Not for
 * several threads.
 */
final class Pivots {

    private final double[][] h;
    private final double[][] table;
    private final boolean[] free;

    private Pivots(double[][] h, double[][] table, boolean[] free) {
        this.h = h;
        this.table = table;
        this.free = free;
    }

    /** No unknown is free yet. Keeps the symmetric, positive definite H, which must not be changed. */
    static Pivots of(double[][] h) {
        double[][] triangle = new double[h.length][];
        for (int i = 0; i < h.length; i++) {
            triangle[i] = Arrays.copyOf(h[i], i + 1);
        }
        return new Pivots(h, triangle, new boolean[h.length]);
    }

    /** The same state, to go on from apart. */
    Pivots copy() {
        return new Pivots(h, copy(table), free.clone());
    }

    /** The unknowns that are free in {@code near} are free; computed anew from H, so without old rounding. */
    static Pivots of(double[][] h, Pivots near) {
        Pivots pivots = of(h);
        for (int k = 0; k < h.length; k++) {
            if (near.free[k]) {
                pivots.exchange(k);
            }
        }
        return pivots;
    }

    /** The same state without the rounding of earlier exchanges. */
    Pivots renewed() {
        return of(h, this);
    }

    /** x<sup>T</sup>H x/2 - b<sup>T</sup>x. */
    double objective(double[] x, double[] b) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] == 0 ? 0 : x[i] * (product(h[i], x) / 2 - b[i]);
        }
        return sum;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copies = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copies[i] = rows[i].clone();
        }
        return copies;
    }

    int size() {
        return table.length;
    }

    boolean isFree(int index) {
        return free[index];
    }

    /** -(H<sub>FF</sub><sup>-1</sup>) between two free unknowns. */
    double entry(int i, int j) {
        return i >= j ? table[i][j] : table[j][i];
    }

    /** Frees the unknown if it is held, and holds it if it is free. */
    void exchange(int k) {
        double[] column = column(k);
        double pivot = column[k];
        for (int i = 0; i < table.length; i++) {
            subtract(table[i], column, column[i] / pivot);
        }
        double size = Math.abs(pivot);
        for (int j = 0; j < k; j++) {
            table[k][j] = column[j] / size;
        }
        for (int i = k + 1; i < table.length; i++) {
            table[i][k] = column[i] / size;
        }
        table[k][k] = -1 / pivot;
        free[k] = !free[k];
    }

    private double[] column(int k) {
        double[] column = new double[table.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = entry(i, k);
        }
        return column;
    }

    private static void subtract(double[] row, double[] column, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] -= factor * column[j];
        }
    }

    /** For a free unknown its value, for a held one the slope b - H x, which is above 0 where freeing it would help. */
    double[] solution(double[] b) {
        double[] masked = new double[b.length];
        double[] result = b.clone();
        for (int j = 0; j < b.length; j++) {
            masked[j] = free[j] ? b[j] : 0;
            result[j] = free[j] ? 0 : b[j];
        }
        for (int i = 0; i < b.length; i++) {
            result[i] -= product(table[i], masked);
            subtract(result, table[i], i, masked[i]);
        }
        return result;
    }

    /** The part of the triangle above the diagonal. */
    private static void subtract(double[] result, double[] row, int count, double factor) {
        for (int j = 0; factor != 0 && j < count; j++) {
            result[j] -= factor * row[j];
        }
    }

    /** Over the length of the first. */
    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }
}
