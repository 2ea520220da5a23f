package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import smile.base.cart.LeafNode;
import smile.base.cart.Loss;
import smile.base.cart.Node;
import smile.base.cart.Split;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.regression.RegressionTree;

/**
 * A regression tree of Smile that draws the columns of each split from a generator of its own.
 *
 * <p>Smile's own draw comes from a generator per thread, and seeding that notes every seed for ever in a static set
 * which is not guarded against concurrent use; without a draw, Smile splits in parallel streams. Both are avoided by
 * asking Smile for the best split of one column at a time.
 */
final class CartTree {

    private static final StructField RESPONSE = new StructField("y", DataTypes.DoubleType);
    private static final int DEEPEST = 64;

    private CartTree() {}

    /**
     * Grows a tree. What the anonymous class captures is set before the constructor of Smile runs, which calls it already.
     *
     * @param samples how often each row is in the bootstrap sample
     * @param order the order of the rows by each column
     * @param drawn how many columns each split may use
     */
    static Node grow(DataFrame x, double[] y, int[] samples, int[][] order, int leafSize, int drawn) {
        return new RegressionTree(x, Loss.ls(y), RESPONSE, DEEPEST, Integer.MAX_VALUE, leafSize, 1, samples, order) {

            private static final long serialVersionUID = 1L;

            /** Smile's memory of columns that cannot be split further is ignored: it only saves time. */
            @Override
            protected Optional<Split> findBestSplit(LeafNode node, int lo, int hi, boolean[] unsplittable) {
                int width = unsplittable.length;
                return columns(samples, width, lo, hi)
                        .limit(drawn)
                        .mapToObj(column -> super.findBestSplit(node, lo, hi, allBut(column, width)))
                        .flatMap(Optional::stream)
                        .max(Split.comparator);
            }
        }.root();
    }

    /** All columns in an order keyed by the sample and the place of the node. */
    private static IntStream columns(int[] samples, int width, int lo, int hi) {
        SplittableRandom random =
                new SplittableRandom(((long) Arrays.hashCode(samples) << 32) + ((long) lo << 16) + hi);
        int[] columns = IntStream.range(0, width).toArray();
        for (int i = width - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int column = columns[i];
            columns[i] = columns[j];
            columns[j] = column;
        }
        return Arrays.stream(columns);
    }

    private static boolean[] allBut(int column, int width) {
        boolean[] unsplittable = new boolean[width];
        Arrays.fill(unsplittable, true);
        unsplittable[column] = false;
        return unsplittable;
    }
}
