package org.busbar.analyses.importance;

import java.util.Arrays;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.data.Tuple;

/** A grown tree as a nest of branches and leaves. */
sealed interface Tree {

    /** What is expected at a point. */
    default double predict(double[] row) {
        Tree tree = this;
        while (tree instanceof Branch branch) {
            tree = row[branch.column] <= branch.threshold ? branch.left : branch.right;
        }
        return ((Leaf) tree).mean;
    }

    /** Adds for each column by how much its splits lower the sum of squares. */
    void gain(double[] gains);

    /** The mean of the training values in a leaf. */
    record Leaf(double mean) implements Tree {
        @Override
        public void gain(double[] gains) {}
    }

    /** Sends points up to the threshold to the left. */
    record Branch(int column, double threshold, double gain, Tree left, Tree right) implements Tree {
        @Override
        public void gain(double[] gains) {
            gains[column] += gain;
            left.gain(gains);
            right.gain(gains);
        }
    }

    /**
     * Copies a tree of Smile, which does not tell its thresholds: they are the middle between neighbouring training
     * values.
     *
     * @param in which training points are in the sample of this tree
     * @param x all training points
     * @param tuples the same for Smile
     */
    static Tree copy(Node node, int[] in, double[][] x, Tuple[] tuples) {
        if (node instanceof RegressionNode leaf) {
            return new Leaf(leaf.mean());
        }
        InternalNode split = (InternalNode) node;
        int[] left = Arrays.stream(in).filter(i -> split.branch(tuples[i])).toArray();
        int[] right = Arrays.stream(in).filter(i -> !split.branch(tuples[i])).toArray();
        int column = split.feature();
        double from = Arrays.stream(left).mapToDouble(i -> x[i][column]).max().orElse(Double.NEGATIVE_INFINITY);
        double to = Arrays.stream(right).mapToDouble(i -> x[i][column]).min().orElse(Double.POSITIVE_INFINITY);
        return new Branch(
                column,
                from + (to - from) / 2,
                split.score(),
                copy(split.trueChild(), left, x, tuples),
                copy(split.falseChild(), right, x, tuples));
    }
}
