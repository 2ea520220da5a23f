package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.data.Tuple;
import smile.data.type.StructType;

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

    /** The mean and the variance of the training values in a leaf. */
    record Leaf(double mean, double variance) implements Tree {
        @Override
        public Leaf leaf(double[] row) {
            return this;
        }
    }

    /** Sends points up to the threshold to the left. */
    record Branch(int column, double threshold, Tree left, Tree right) implements Tree {
        @Override
        public Leaf leaf(double[] row) {
            Tree tree = this;
            while (tree instanceof Branch branch) {
                tree = row[branch.column] <= branch.threshold ? branch.left : branch.right;
            }
            return (Leaf) tree;
        }
    }

    /**
     * Copies a tree of Smile, which does not tell its thresholds.
     *
     * @param rows the training points that are in the sample of this tree
     */
    static Tree copy(Node node, double[][] rows, StructType schema, SplittableRandom random) {
        if (node instanceof RegressionNode leaf) {
            return new Leaf(leaf.mean(), leaf.deviance() / leaf.size());
        }
        InternalNode split = (InternalNode) node;
        double[][] left = side(split, true, rows, schema);
        double[][] right = side(split, false, rows, schema);
        int column = split.feature();
        double from = Arrays.stream(left).mapToDouble(r -> r[column]).max().orElseThrow();
        double to = Arrays.stream(right).mapToDouble(r -> r[column]).min().orElseThrow();
        double threshold = from + (to - from) * random.nextDouble();
        return new Branch(
                column,
                threshold,
                copy(split.trueChild(), left, schema, random),
                copy(split.falseChild(), right, schema, random));
    }

    private static double[][] side(InternalNode split, boolean left, double[][] rows, StructType schema) {
        return Arrays.stream(rows)
                .filter(row -> split.branch(Tuple.of(row, schema)) == left)
                .toArray(double[][]::new);
    }
}
