package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.data.Tuple;

/**
 * A grown tree as a nest of branches and leaves.
 *
 * <p>A split separates two neighbouring training values, and any threshold between them does so equally well. Smile takes
 * the middle; here it is drawn uniformly, so the mean over many trees changes gradually between two values, and the
 * trees differ the more, the wider the gap (Hutter et al., Artificial Intelligence 206, 79 (2014), section 4.3).
 */
sealed interface Tree {

    /** The leaf in which a point falls. */
    Leaf leaf(double[] row);

    /** Adds for each column what its splits gain. */
    void gain(double[] gains);

    /** This tree after one more value in the leaf in which a point falls. */
    Tree with(double[] row, double value);

    /**
     * The mean and the variance of the training values in a leaf.
     *
     * @param size how many there are, each as often as it was drawn
     */
    record Leaf(double mean, double variance, int size) implements Tree {
        @Override
        public Leaf leaf(double[] row) {
            return this;
        }

        @Override
        public void gain(double[] gains) {}

        @Override
        public Leaf with(double[] row, double value) {
            double moved = mean + (value - mean) / (size + 1);
            return new Leaf(moved, (size * variance + (value - mean) * (value - moved)) / (size + 1), size + 1);
        }
    }

    /**
     * Sends points up to the threshold to the left.
     *
     * @param gain by how much the split lowers the sum of squares
     */
    record Branch(int column, double threshold, double gain, Tree left, Tree right) implements Tree {
        @Override
        public Leaf leaf(double[] row) {
            Tree tree = this;
            while (tree instanceof Branch branch) {
                tree = row[branch.column] <= branch.threshold ? branch.left : branch.right;
            }
            return (Leaf) tree;
        }

        @Override
        public void gain(double[] gains) {
            gains[column] += gain;
            left.gain(gains);
            right.gain(gains);
        }

        @Override
        public Branch with(double[] row, double value) {
            return row[column] <= threshold
                    ? new Branch(column, threshold, gain, left.with(row, value), right)
                    : new Branch(column, threshold, gain, left, right.with(row, value));
        }
    }

    /**
     * Copies a tree of Smile, which does not tell its thresholds.
     *
     * @param in which training points are in the sample of this tree
     * @param x all training points
     * @param tuples the same for Smile
     */
    static Tree copy(Node node, int[] in, double[][] x, Tuple[] tuples, SplittableRandom random) {
        if (node instanceof RegressionNode leaf) {
            return new Leaf(leaf.mean(), leaf.deviance() / leaf.size(), leaf.size());
        }
        InternalNode split = (InternalNode) node;
        int[] left = new int[in.length];
        int[] right = new int[in.length];
        int lefts = 0;
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (int i = 0; i < in.length; i++) {
            double value = x[in[i]][split.feature()];
            if (split.branch(tuples[in[i]])) {
                left[lefts++] = in[i];
                from = Math.max(from, value);
            } else {
                right[i - lefts] = in[i];
                to = Math.min(to, value);
            }
        }
        double threshold = from + (to - from) * random.nextDouble();
        return new Branch(
                split.feature(),
                threshold,
                split.score(),
                copy(split.trueChild(), Arrays.copyOf(left, lefts), x, tuples, random),
                copy(split.falseChild(), Arrays.copyOf(right, in.length - lefts), x, tuples, random));
    }
}
