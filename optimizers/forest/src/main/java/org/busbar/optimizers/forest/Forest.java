package org.busbar.optimizers.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import smile.base.cart.CART;
import smile.base.cart.Node;
import smile.data.DataFrame;
import smile.data.Tuple;

/**
 * A random forest for regression: trees grown by Smile on bootstrap samples of the data.
 *
 * <p>Grown on the calling thread from the given generator only, so the same data and generator give the same forest.
 * With mean m_b and variance s_b^2 of the leaf in tree b, the epistemic variance is the variance of m_b over the trees
 * and the aleatoric one the mean of s_b^2, together mean(s_b^2 + m_b^2) - mean(m_b)^2 (Hutter, Xu, Hoos, Leyton-Brown,
 * Artificial Intelligence 206, 79 (2014), doi:10.1016/j.artint.2013.10.003).
 */
final class Forest {

    private final List<Tree> trees;
    private final int[][] samples;

    private Forest(List<Tree> trees, int[][] samples) {
        this.trees = trees;
        this.samples = samples;
    }

    /** Fits a forest that is grown as {@link Growth#usual} with leaves of some size. */
    static Forest fit(double[][] x, double[] y, int leafSize, SplittableRandom random) {
        return fit(x, y, Growth.usual(leafSize), random);
    }

    /**
     * Fits a forest.
     *
     * @param x at least one row, each column within about [0, 1]; values closer than 1e-7 count as equal
     * @param y one number per row, of a spread of about 1
     */
    static Forest fit(double[][] x, double[] y, Growth growth, SplittableRandom random) {
        DataFrame frame = DataFrame.of(x);
        int[][] order = CART.order(frame);
        Tuple[] tuples =
                Arrays.stream(x).map(row -> Tuple.of(row, frame.schema())).toArray(Tuple[]::new);
        List<Tree> trees = new ArrayList<>();
        int[][] samples = new int[growth.trees()][];
        for (int b = 0; b < samples.length; b++) {
            SplittableRandom own = random.split();
            samples[b] = bootstrap(x.length, own);
            trees.add(tree(frame, tuples, order, x, y, samples[b], growth, own));
        }
        return new Forest(trees, samples);
    }

    private static Tree tree(
            DataFrame frame,
            Tuple[] tuples,
            int[][] order,
            double[][] x,
            double[] y,
            int[] samples,
            Growth growth,
            SplittableRandom random) {
        Node grown = CartTree.grow(frame, y, samples, order, growth.leafSize(), growth.columns(x[0].length));
        int[] in = IntStream.range(0, x.length).filter(i -> samples[i] > 0).toArray();
        return Tree.copy(grown, in, x, tuples, random);
    }

    private static int[] bootstrap(int n, SplittableRandom random) {
        int[] samples = new int[n];
        random.ints(n, 0, n).forEach(i -> samples[i]++);
        return samples;
    }

    /** How often each row is in the sample of each tree: one array per tree. */
    int[][] samples() {
        return samples;
    }

    List<Tree> trees() {
        return trees;
    }

    /** This forest after one more value in the leaves in which a point falls. */
    Forest with(double[] row, double value) {
        return new Forest(trees.stream().map(tree -> tree.with(row, value)).toList(), samples);
    }

    Prediction predict(double[] row) {
        return Prediction.of(trees, row);
    }

    /** What those trees expect that did not draw a row of the training; empty if each one did. */
    Optional<Prediction> without(int drawn, double[] row) {
        List<Tree> others = IntStream.range(0, trees.size())
                .filter(b -> samples[b][drawn] == 0)
                .mapToObj(trees::get)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(Prediction.of(others, row));
    }

    Prediction[] predict(double[][] rows) {
        return Arrays.stream(rows).map(this::predict).toArray(Prediction[]::new);
    }
}
