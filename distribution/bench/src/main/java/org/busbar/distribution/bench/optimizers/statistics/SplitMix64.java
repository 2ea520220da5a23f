package org.busbar.distribution.bench.optimizers.statistics;

/**
 * The generator that the initial designs were drawn with; equal on every machine. Not safe for use by many threads.
 *
 * <p>After G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014, doi
 * 10.1145/2660193.2660195.
 */
public final class SplitMix64 {

    private static final double ULP = 0x1.0p-53;

    private long state;

    public SplitMix64(long state) {
        this.state = state;
    }

    /** A generator whose numbers depend on a text and on whole numbers, each of them in its place. */
    public static SplitMix64 keyed(String text, long... numbers) {
        long key = new SplitMix64(text.length()).next();
        for (int i = 0; i < text.length(); i++) {
            key = new SplitMix64(key + text.charAt(i)).next();
        }
        for (long number : numbers) {
            key = new SplitMix64(key + number).next();
        }
        return new SplitMix64(key);
    }

    public long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A whole number from 0 to {@code bound - 1}. */
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** A number in [0, 1). */
    public double nextDouble() {
        return (next() >>> 11) * ULP;
    }

    /** A number of the normal distribution of mean 0 and standard deviation 1 (Box and Muller 1958). */
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }
}
