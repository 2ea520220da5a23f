package org.busbar.optimizers.classify;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Extremely randomised trees: each split is the best of one random threshold per column, all examples in every tree (P.
 * Geurts, D. Ernst, L. Wehenkel, Mach. Learn. 63, 3 (2006), doi:10.1007/s10994-006-6226-1).
 */
final class ExtraTrees implements Classifier {

    private static final int TREES = 32;

    @Override
    public Committee fit(Examples examples, Keyed random) {
        List<Committee.Member> trees = IntStream.range(0, TREES)
                .<Committee.Member>mapToObj(i -> {
                    Node root = Node.grow(examples, random.at(i));
                    return root::probabilities;
                })
                .toList();
        return Committee.of(trees);
    }

    /** A part of a tree. */
    sealed interface Node {

        double[] probabilities(double[] row);

        static Node grow(Examples examples, Keyed random) {
            double[] counts = counts(examples);
            return Split.best(examples, counts, random)
                    .<Node>map(split -> new Fork(
                            split.column(),
                            split.threshold(),
                            grow(split.side(examples, true), random),
                            grow(split.side(examples, false), random)))
                    .orElseGet(() -> new Leaf(shares(counts, examples.size())));
        }

        private static double[] counts(Examples examples) {
            double[] counts = new double[examples.classes()];
            for (int label : examples.labels()) {
                counts[label]++;
            }
            return counts;
        }

        /** As if one more example had all labels alike. */
        private static double[] shares(double[] counts, int size) {
            double[] shares = new double[counts.length];
            for (int c = 0; c < counts.length; c++) {
                shares[c] = (counts[c] + 1.0 / counts.length) / (size + 1);
            }
            return shares;
        }
    }

    private record Leaf(double[] shares) implements Node {

        @Override
        public double[] probabilities(double[] row) {
            return shares;
        }
    }

    private record Fork(int column, double threshold, Node below, Node above) implements Node {

        @Override
        public double[] probabilities(double[] row) {
            return (row[column] < threshold ? below : above).probabilities(row);
        }
    }
}
