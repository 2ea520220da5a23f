package org.busbar.optimizers.search.space;

import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Searches the point of a space that is worth most and is not taken.
 *
 * <p>A pool is weighed as a whole. Elsewhere rows spread over the space and rows near the best known are weighed; from some
 * of them, chosen with a probability that grows with their worth, and always from the best, a climb goes up: over numbers
 * along slopes where the acquisition has them, else by trying rows ever nearer, and over options and steps by trying the
 * neighbours. What is found is moved onto the steps of the instruments and weighed again. Immutable; the same arguments
 * give the same candidate, bit for bit.
 *
 * <p>Sources: the choice of starts is that of BoTorch, M. Balandat et al., NeurIPS 2020, arXiv:1910.06403.
 */
public final class Seeker {

    private static final int RAW = 1_024;
    private static final int STARTS = 8;

    private final EncodedSpace space;
    private final Optional<Pool> pool;
    private final int raw;
    private final int starts;

    private Seeker(EncodedSpace space, Optional<Pool> pool, int raw, int starts) {
        this.space = space;
        this.pool = pool;
        this.raw = raw;
        this.starts = starts;
    }

    /** A search that weighs 1,024 rows first and climbs from 8 of them. */
    public static Seeker of(EncodedSpace space) {
        return new Seeker(space, Pool.of(space), RAW, STARTS);
    }

    /** This search, climbing from so many rows; 1 or more. Has no effect on pools. */
    public Seeker starts(int count) {
        return new Seeker(space, pool, raw, positive("starts", count));
    }

    /** This search, weighing so many rows first; 1 or more. Has no effect on pools. */
    public Seeker raw(int count) {
        return new Seeker(space, pool, positive("raw rows", count), starts);
    }

    private static int positive(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of " + name + " is " + count + "; state 1 or more");
        }
        return count;
    }

    /** This search in a part of its space only; see {@link EncodedSpace#within}. */
    public Seeker within(double[] low, double[] high) {
        EncodedSpace part = space.within(low, high);
        return new Seeker(part, Pool.of(part), raw, starts);
    }

    /** The space it searches. */
    public EncodedSpace space() {
        return space;
    }

    /**
     * The best point found.
     *
     * @param taken rows tried, awaited or suggested already; nothing within half a step of one of them is given, or, without
     *     a step, within 1e-9 of the range
     * @param near the best rows known, near which to look more closely; may be empty
     * @param keyed where chance comes from; the order of equal worths too
     * @return empty only if nothing is left that is not taken, or, in a large space, found
     */
    public Optional<Candidate> best(Acquisition.Worth worth, List<double[]> taken, List<double[]> near, Keyed keyed) {
        Taken closed = new Taken(space, List.copyOf(taken));
        return pool.isPresent()
                ? new PoolSearch(pool.get(), closed).best(worth, keyed)
                : new SpaceSearch(space, closed, raw, starts).best(worth, near, keyed);
    }
}
