package org.busbar.analyses.importance;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;
import smile.base.cart.LeafNode;
import smile.base.cart.Loss;
import smile.base.cart.Node;
import smile.base.cart.Split;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.regression.RegressionTree;

/**
 * A regression tree of Smile that draws the columns of each split from a keyed stream of its own.
 *
 * <p>Smile's own draw comes from a generator per thread whose seeds are noted in a static set that is not guarded, and
 * without a draw Smile splits in parallel streams. Both are avoided by asking for the best split of one column at a time.
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
     */
    static Node grow(DataFrame x, double[] y, int[] samples, int[][] order, Growth growth, Keyed random) {
        int drawn = growth.columns(order.length);
        return new RegressionTree(
                x, Loss.ls(y), RESPONSE, DEEPEST, Integer.MAX_VALUE, growth.leaf(), 1, samples, order) {

            private static final long serialVersionUID = 1L;

            /** Smile's memory of columns that cannot be split further is ignored: it only saves time. */
            @Override
            protected Optional<Split> findBestSplit(LeafNode node, int lo, int hi, boolean[] unsplittable) {
                int width = unsplittable.length;
                return IntStream.of(random.at(lo, hi).permutation(width))
                        .limit(drawn)
                        .mapToObj(column -> super.findBestSplit(node, lo, hi, allBut(column, width)))
                        .flatMap(Optional::stream)
                        .max(Split.comparator);
            }
        }.root();
    }

    private static boolean[] allBut(int column, int width) {
        boolean[] unsplittable = new boolean[width];
        Arrays.fill(unsplittable, true);
        unsplittable[column] = false;
        return unsplittable;
    }
}
