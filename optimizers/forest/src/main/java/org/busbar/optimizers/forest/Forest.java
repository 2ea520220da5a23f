package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smile.base.cart.CART;
import smile.data.DataFrame;

/**
 * A random forest for regression: trees grown by Smile on bootstrap samples of the data.
 *
 * <p>Grown on the calling thread from the given generator only, so the same data and generator give the same forest.
 * With mean m_b and variance s_b^2 of the leaf in tree b, the epistemic variance is the variance of m_b over the trees
 * and the aleatoric one the mean of s_b^2, together mean(s_b^2 + m_b^2) - mean(m_b)^2 (Hutter, Xu, Hoos, Leyton-Brown,
 * Artificial Intelligence 206, 79 (2014), doi:10.1016/j.artint.2013.10.003).
 */
final class Forest {

    static final int TREES = 100;

    private final List<Tree> trees;

    private Forest(List<Tree> trees) {
        this.trees = trees;
    }

    /**
     * Fits a forest.
     *
     * @param x at least one row, each column within about [0, 1]; values closer than 1e-7 count as equal
     * @param y one number per row, of a spread of about 1
     * @param leafSize the fewest samples in a leaf, counted as often as they were drawn
     */
    static Forest fit(double[][] x, double[] y, int leafSize, SplittableRandom random) {
        DataFrame frame = DataFrame.of(x);
        int[][] order = CART.order(frame);
        return new Forest(Stream.generate(() -> tree(frame, order, x, y, leafSize, random.split()))
                .limit(TREES)
                .toList());
    }

    private static Tree tree(
            DataFrame frame, int[][] order, double[][] x, double[] y, int leafSize, SplittableRandom random) {
        int[] samples = bootstrap(x.length, random);
        CartTree grown = new CartTree(frame, y, samples, order, leafSize);
        double[][] rows = IntStream.range(0, x.length)
                .filter(i -> samples[i] > 0)
                .mapToObj(i -> x[i])
                .toArray(double[][]::new);
        return Tree.copy(grown.root(), rows, frame.schema(), random);
    }

    private static int[] bootstrap(int n, SplittableRandom random) {
        int[] samples = new int[n];
        random.ints(n, 0, n).forEach(i -> samples[i]++);
        return samples;
    }

    Prediction predict(double[] row) {
        double mean = 0;
        double squares = 0;
        double variance = 0;
        for (Tree tree : trees) {
            Tree.Leaf leaf = tree.leaf(row);
            mean += leaf.mean() / trees.size();
            squares += leaf.mean() * leaf.mean() / trees.size();
            variance += leaf.variance() / trees.size();
        }
        return new Prediction(mean, variance, Math.max(0, squares - mean * mean));
    }

    Prediction[] predict(double[][] rows) {
        return Arrays.stream(rows).map(this::predict).toArray(Prediction[]::new);
    }
}
