package org.busbar.distribution.bench.optimizers.statistics;

import java.util.Arrays;

/**
 * The signed-rank test of paired differences, two-sided. Differences of 0 are left out. Up to
 * {@value #LARGEST_EXACT} differences the distribution is exact, given the ties among them; above, normal with the
 * variance corrected for ties and no correction for continuity. After F. Wilcoxon, Biometrics Bull. 1, 80 (1945), doi
 * 10.2307/3001968.
 *
 * @param differences how many differences were not 0
 * @param positive the sum of the ranks of the positive differences
 * @param p probability of ranks as one-sided as these by chance; 1 if all differences are 0
 */
public record SignedRank(int differences, double positive, double p) {

    static final int LARGEST_EXACT = 50;

    /**
     * Tests whether the differences are as often above as below 0.
     *
     * @throws IllegalArgumentException if one is NaN
     */
    public static SignedRank of(double... differences) {
        if (Arrays.stream(differences).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("A difference is NaN; compare finished runs only");
        }
        double[] kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        double[] sizes = Arrays.stream(kept).map(Math::abs).toArray();
        double[] ranks = Ranks.of(sizes);
        double positive = 0;
        for (int i = 0; i < kept.length; i++) {
            positive += kept[i] > 0 ? ranks[i] : 0;
        }
        double p = kept.length <= LARGEST_EXACT ? exact(positive, ranks) : normal(positive, sizes);
        return new SignedRank(kept.length, positive, p);
    }

    /** Counts the choices of signs by their sum; ranks are doubled to be whole. */
    private static double exact(double positive, double... ranks) {
        int total = ranks.length * (ranks.length + 1);
        double[] ways = new double[total + 1];
        ways[0] = 1;
        for (double rank : ranks) {
            int step = (int) Math.round(2 * rank);
            for (int sum = total; sum >= step; sum--) {
                ways[sum] += ways[sum - step];
            }
        }
        int observed = (int) Math.round(2 * positive);
        double tail =
                Arrays.stream(ways, 0, Math.min(observed, total - observed) + 1).sum();
        return Math.min(1, 2 * tail / StrictMath.pow(2, ranks.length));
    }

    private static double normal(double positive, double... sizes) {
        double n = sizes.length;
        double mean = n * (n + 1) / 4;
        double variance = n * (n + 1) * (2 * n + 1) / 24 - Ranks.ties(sizes) / 48;
        return Math.min(1, 2 * Gamma.normalAbove(Math.abs(positive - mean) / Math.sqrt(variance)));
    }
}
