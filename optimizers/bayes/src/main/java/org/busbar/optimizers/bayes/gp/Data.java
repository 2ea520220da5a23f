package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;

/** What a Gaussian process learns from: rows, a value for each, and the variance of the value where known. Immutable. */
public final class Data {

    /** Smaller variances are raised to this one, for the sake of the Cholesky factor. Values have a variance of 1. */
    static final double LEAST_VARIANCE = 1e-6;

    private final int columns;
    private final double[][] rows;
    private final double[] values;
    private final double[] variances;

    private Data(int columns, double[][] rows, double[] values, double[] variances) {
        this.columns = columns;
        this.rows = rows;
        this.values = values;
        this.variances = variances;
    }

    /**
     * Checks and copies.
     *
     * @param columns length of a row; counts when there are no rows
     * @param rows scaled to [0, 1]
     * @param values standardised, one per row
     * @param variances of the values, one per row, 0 or more; NaN where not known: there the noise is fitted
     * @throws IllegalArgumentException if lengths differ or a number is not finite, with the row and the number
     */
    public static Data of(int columns, double[][] rows, double[] values, double[] variances) {
        if (values.length != rows.length || variances.length != rows.length) {
            throw new IllegalArgumentException(rows.length + " rows, " + values.length + " values, " + variances.length
                    + " variances: give one value and one variance (NaN = not known) per row");
        }
        double[][] copies = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copies[i] = checked(columns, rows[i], i);
            check(values[i], variances[i], i);
        }
        return new Data(columns, copies, values.clone(), variances.clone());
    }

    /** The same without known variances. */
    public static Data of(int columns, double[][] rows, double[] values) {
        double[] unknown = new double[rows.length];
        Arrays.fill(unknown, Double.NaN);
        return of(columns, rows, values, unknown);
    }

    /** With one row more. Errors as of {@link #of(int, double[][], double[], double[])}. */
    public Data with(double[] row, double value, double variance) {
        int n = rows.length;
        check(value, variance, n);
        double[][] more = Arrays.copyOf(rows, n + 1);
        double[] moreValues = Arrays.copyOf(values, n + 1);
        double[] moreVariances = Arrays.copyOf(variances, n + 1);
        more[n] = checked(columns, row, n);
        moreValues[n] = value;
        moreVariances[n] = variance;
        return new Data(columns, more, moreValues, moreVariances);
    }

    /** The rows of these indices, in this order. */
    public Data take(int... indices) {
        return new Data(
                columns,
                Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(double[][]::new),
                Arrays.stream(indices).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> variances[i]).toArray());
    }

    /** Number of rows. */
    public int size() {
        return rows.length;
    }

    /** Length of a row. */
    public int columns() {
        return columns;
    }

    /** Copy of a row. */
    public double[] row(int i) {
        return rows[i].clone();
    }

    /** Copies of all rows. */
    public double[][] rows() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Value of a row. */
    public double value(int i) {
        return values[i];
    }

    /** Copy of all values. */
    public double[] values() {
        return values.clone();
    }

    /** Whether the variance of a row's value is to be fitted. */
    public boolean fitted(int i) {
        return Double.isNaN(variances[i]);
    }

    /** Variance of a row's value, which is {@code noise} where not known, and at least 1e-6. */
    double variance(int i, double noise) {
        return Math.max(LEAST_VARIANCE, fitted(i) ? noise : variances[i]);
    }

    /** Not a copy: for loops that only read. */
    double[] at(int i) {
        return rows[i];
    }

    private static void check(double value, double variance, int i) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("row " + i + ": the value " + value + " is not finite");
        }
        if (variance < 0 || Double.isInfinite(variance)) {
            throw new IllegalArgumentException(
                    "row " + i + ": the variance " + variance + " is not 0 or more, nor NaN for not known");
        }
    }

    static double[] checked(int columns, double[] row, int i) {
        if (row.length != columns) {
            throw new IllegalArgumentException("row " + i + " has " + row.length + " columns, not " + columns);
        }
        for (int k = 0; k < columns; k++) {
            if (!Double.isFinite(row[k])) {
                throw new IllegalArgumentException("row " + i + ", column " + k + ": " + row[k] + " is not finite");
            }
        }
        return row.clone();
    }
}
