package org.busbar.optimizers.search.numeric;

import java.util.Collections;
import java.util.List;

/**
 * A stream of random numbers that is fully named by a seed and a path of keys, as (campaign, iteration, purpose).
 *
 * <p>Number n of a stream is a hash of the key and n, so what one stream gives does not depend on what was drawn from
 * any other. Children depend on the key of their parent alone, not on how far it has been used: {@code of(s, a, b)} and
 * {@code of(s).at(a).at(b)} are the same stream. One stream is for one thread; streams share nothing.
 *
 * <p>Not for secrets. Source of the mixing step: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014,
 * doi:10.1145/2660193.2660195, with the constants of D. Stafford's variant 13; here applied twice under a key of 128
 * bits.
 */
public final class Keyed {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long OTHER = 0xd1b54a32d192ed03L;
    private static final double STEP = 0x1p-52;

    private final long inner;
    private final long outer;
    private long drawn;

    private Keyed(long inner, long outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /** The stream of this seed and path; an empty path is a stream, too. */
    public static Keyed of(long seed, long... path) {
        return new Keyed(mix(seed + GOLDEN), mix(seed ^ OTHER)).at(path);
    }

    /** An independent stream below this one, always from its beginning. */
    public Keyed at(long... more) {
        long a = inner;
        long b = outer;
        for (long key : more) {
            a = mix(mix(a + key * GOLDEN) + b);
            b = mix(b ^ mix(key + OTHER)) + OTHER;
        }
        return new Keyed(a, b);
    }

    /** The next 64 random bits. */
    public long next() {
        long count = ++drawn;
        return mix(mix(inner + count * GOLDEN) ^ outer);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number above 0 and below 1, one of 2⁵² equally spaced ones; takes one draw. */
    public double uniform() {
        return ((next() >>> 12) + 0.5) * STEP;
    }

    /** A standard normal number, the quantile of one {@link #uniform}; takes one draw. */
    public double normal() {
        return Normal.quantile(uniform());
    }

    /** A number of the exponential law with mean 1; takes one draw. */
    public double exponential() {
        return -StrictMath.log(uniform());
    }

    /**
     * A whole number from 0 to n - 1, each as likely as the others; takes one draw, seldom more.
     *
     * @throws IllegalArgumentException if n is not positive
     */
    public int below(int n) {
        if (n <= 0) {
            throw new IllegalArgumentException("There is no whole number from 0 to below " + n + "; ask for 1 or more");
        }
        long bits = next() >>> 1;
        long value = bits % n;
        while (bits - value + (n - 1) < 0) {
            bits = next() >>> 1;
            value = bits % n;
        }
        return (int) value;
    }

    /** Puts a list into a random order, each as likely as the others. */
    public <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, below(i + 1));
        }
    }

    /** The numbers 0 to n - 1 in a random order. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Shares that add up to 1, uniform over all such (Dirichlet with all parameters 1); takes n draws. */
    public double[] dirichlet(int n) {
        double[] share = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            share[i] = exponential();
            sum += share[i];
        }
        for (int i = 0; i < n; i++) {
            share[i] /= sum;
        }
        return share;
    }
}
