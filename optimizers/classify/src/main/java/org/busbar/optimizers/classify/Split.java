package org.busbar.optimizers.classify;

import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/** Where a tree parts its examples: those below the threshold in a column, and the others. */
record Split(int column, double threshold) {

    /** The best of one random threshold per column; empty if all examples have one label or one place. */
    static Optional<Split> best(Examples examples, double[] counts, Keyed random) {
        if (IntStream.of(examples.labels()).distinct().count() < 2) {
            return Optional.empty();
        }
        Optional<Split> best = Optional.empty();
        double purest = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < examples.width(); column++) {
            Split split = drawn(column, examples, random.uniform());
            double purity = split.purity(examples, counts);
            if (purity > purest) {
                best = Optional.of(split);
                purest = purity;
            }
        }
        return best;
    }

    private static Split drawn(int column, Examples examples, double place) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : examples.rows()) {
            least = Math.min(least, row[column]);
            most = Math.max(most, row[column]);
        }
        return new Split(column, least + place * (most - least));
    }

    /** The sum over both sides of sum of n_c² / n, which is the larger the lower the Gini impurity; no split: -Infinity. */
    private double purity(Examples examples, double[] counts) {
        double[] below = new double[counts.length];
        double size = 0;
        for (int i = 0; i < examples.size(); i++) {
            if (examples.rows()[i][column] < threshold) {
                below[examples.labels()[i]]++;
                size++;
            }
        }
        if (size == 0 || size == examples.size()) {
            return Double.NEGATIVE_INFINITY;
        }
        double purity = 0;
        for (int c = 0; c < counts.length; c++) {
            double above = counts[c] - below[c];
            purity += below[c] * below[c] / size + above * above / (examples.size() - size);
        }
        return purity;
    }

    /** The examples on one side, at least one. */
    Examples side(Examples examples, boolean below) {
        return examples.at(IntStream.range(0, examples.size())
                .filter(i -> examples.rows()[i][column] < threshold == below)
                .toArray());
    }
}
