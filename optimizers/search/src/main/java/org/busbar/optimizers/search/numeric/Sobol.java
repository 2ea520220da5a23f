package org.busbar.optimizers.search.numeric;

/**
 * The points of a Sobol sequence in the unit cube, scrambled or as published.
 *
 * <p>The directions are the file new-joe-kuo-6 (S. Joe, F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635,
 * doi:10.1137/070709359) for up to 256 dimensions. Points come in Gray code order (I. A. Antonov, V. M. Saleev, USSR
 * Comput. Math. Math. Phys. 19 (1979) 252, doi:10.1016/0041-5553(79)90085-5) with 52 bits. The first 2ᵏ points hit each
 * of 2ᵏ equal slices of every axis once. Scrambling is a random lower triangular matrix over the bits and a digital shift
 * for each axis (J. Matoušek, J. Complexity 14 (1998) 527, doi:10.1006/jcom.1998.0489); it keeps that property, and each
 * scrambled point alone is uniform. One sequence is for one thread.
 */
public final class Sobol {

    /** The largest number of dimensions. */
    public static final int DIMENSIONS = 256;

    private static final int BITS = Directions.BITS;
    private static final double STEP = 0x1p-52;

    private final long[][] directions;
    private final long[] state;
    private final double offset;
    private long count;

    /**
     * Starts a scrambled sequence, whose coordinates are above 0 and below 1.
     *
     * @param dimensions 1 to {@link #DIMENSIONS}
     * @param scramble names the scrambling; only its key counts, nothing is drawn from it
     */
    public Sobol(int dimensions, Keyed scramble) {
        directions = new long[dimensions(dimensions)][];
        state = new long[dimensions];
        offset = 0.5;
        for (int d = 0; d < dimensions; d++) {
            Keyed keyed = scramble.at(d);
            state[d] = keyed.next() >>> (64 - BITS);
            directions[d] = mixed(Directions.of(d), rows(keyed));
        }
    }

    private Sobol(int dimensions) {
        directions = new long[dimensions(dimensions)][];
        state = new long[dimensions];
        offset = 0;
        for (int d = 0; d < dimensions; d++) {
            directions[d] = Directions.of(d);
        }
    }

    /** The sequence as published, whose first point is the origin. */
    public static Sobol plain(int dimensions) {
        return new Sobol(dimensions);
    }

    private static int dimensions(int dimensions) {
        if (dimensions < 1 || dimensions > DIMENSIONS) {
            throw new IllegalArgumentException("A Sobol sequence of " + dimensions
                    + " dimensions is not available; ask for 1 to " + DIMENSIONS + " dimensions");
        }
        return dimensions;
    }

    /** Row r of the matrix: its bit at r is 1, those above are random, those below 0. */
    private static long[] rows(Keyed keyed) {
        long[] rows = new long[BITS];
        for (int r = 0; r < BITS; r++) {
            long diagonal = 1L << (BITS - 1 - r);
            long above = (-2 * diagonal) & ((1L << BITS) - 1);
            rows[r] = (keyed.next() & above) | diagonal;
        }
        return rows;
    }

    private static long[] mixed(long[] plain, long[] rows) {
        long[] mixed = new long[BITS];
        for (int k = 0; k < BITS; k++) {
            for (int r = 0; r < BITS; r++) {
                long parity = Long.bitCount(plain[k] & rows[r]) & 1;
                mixed[k] |= parity << (BITS - 1 - r);
            }
        }
        return mixed;
    }

    /** The next point, the caller's own array. */
    public double[] next() {
        double[] point = new double[state.length];
        int changed = Long.numberOfTrailingZeros(++count);
        for (int d = 0; d < point.length; d++) {
            point[d] = (state[d] + offset) * STEP;
            state[d] ^= directions[d][changed];
        }
        return point;
    }

    /** The next n points. */
    public double[][] take(int n) {
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = next();
        }
        return points;
    }
}
