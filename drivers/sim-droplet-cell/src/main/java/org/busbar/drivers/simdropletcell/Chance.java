package org.busbar.drivers.simdropletcell;

import java.util.Random;

/** Random numbers that depend on nothing but a seed and some numbers, whatever was drawn before and in which thread. */
final class Chance {

    /** Numbers closer than this are the same, so that a conversion of units does not change the outcome. */
    private static final double SAME = 1e-9;

    private Chance() {}

    /** A fresh generator, the same for the same seed and numbers. */
    static Random of(long seed, double... numbers) {
        long hash = mixed(seed);
        for (double number : numbers) {
            hash = mixed(hash ^ Math.round(number / SAME));
        }
        return new Random(hash);
    }

    /** Spreads every bit over all others: the finalizer of SplitMix64 (Steele et al., OOPSLA 2014). */
    private static long mixed(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
