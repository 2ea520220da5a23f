package org.busbar.distribution.bench.optimizers.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The test whether several engines rank alike over blocks, corrected for ties. After M. Friedman, J. Am. Stat. Assoc.
 * 32, 675 (1937), doi 10.2307/2279372.
 *
 * @param meanRanks per engine, from 1 for the smallest value
 * @param chiSquare the statistic; 0 if every block is one tie
 * @param p probability of ranks as uneven by chance
 */
public record Friedman(List<Double> meanRanks, double chiSquare, double p, int blocks) {

    public Friedman {
        meanRanks = List.copyOf(meanRanks);
    }

    /**
     * Ranks within each block.
     *
     * @param blocks at least one; each has one value per engine, at least two, smaller is better
     */
    public static Friedman of(List<double[]> blocks) {
        int engines = blocks.get(0).length;
        double[] sums = new double[engines];
        double ties = 0;
        for (double[] block : blocks) {
            double[] ranks = Ranks.of(block);
            for (int i = 0; i < engines; i++) {
                sums[i] += ranks[i];
            }
            ties += Ranks.ties(block);
        }
        double n = blocks.size();
        List<Double> means = Arrays.stream(sums).mapToObj(sum -> sum / n).toList();
        double chiSquare = chiSquare(means, n, ties);
        return new Friedman(means, chiSquare, Gamma.chiSquareAbove(chiSquare, engines - 1.0), blocks.size());
    }

    private static double chiSquare(List<Double> means, double n, double ties) {
        double k = means.size();
        double squares = means.stream()
                .mapToDouble(mean -> (mean - (k + 1) / 2) * (mean - (k + 1) / 2))
                .sum();
        double untied = 1 - ties / (n * k * (k * k - 1));
        return untied == 0 ? 0 : 12 * n * squares / (k * (k + 1)) / untied;
    }
}
