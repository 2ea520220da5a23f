package org.busbar.analyses.tables;

/**
 * How large a table may be.
 *
 * @param rows below the heading
 * @param columns of each row
 * @param cells of all rows together
 * @param bytes of the whole file
 */
public record Limits(int rows, int columns, int cells, long bytes) {

    /** 200,000 rows, 1,000 columns, 3 million cells and 32 MiB. */
    public static Limits usual() {
        return new Limits(200_000, 1000, 3_000_000, 32L << 20);
    }
}
