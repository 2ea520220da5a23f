package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;
import smile.base.cart.CART;
import smile.data.DataFrame;
import smile.data.Tuple;

/**
 * A random forest for regression (L. Breiman, Mach. Learn. 45, 5, 2001): trees grown by Smile on bootstrap samples, on
 * the calling thread and from keyed streams only, so that the same data and seed give the same bits.
 *
 * @param range of the inputs learnt from, by which they are scaled
 * @param samples how often each row is in the sample of each tree: one array per tree
 */
record Forest(Unity range, List<Tree> trees, int[][] samples) implements Predictor {

    /** Inputs from their smallest to their largest value as 0 to 1: Smile takes values closer than 1e-7 for equal. */
    record Unity(double[] low, double[] high) {

        static Unity of(double[][] x) {
            double[] low = x[0].clone();
            double[] high = x[0].clone();
            for (double[] row : x) {
                for (int j = 0; j < row.length; j++) {
                    low[j] = Math.min(low[j], row[j]);
                    high[j] = Math.max(high[j], row[j]);
                }
            }
            return new Unity(low, high);
        }

        double[] scaled(double[] row) {
            double[] scaled = row.clone();
            for (int j = 0; j < scaled.length; j++) {
                scaled[j] = high[j] == low[j] ? 0 : (row[j] - low[j]) / (high[j] - low[j]);
            }
            return scaled;
        }
    }

    /**
     * Grows a forest.
     *
     * @param x at least one row
     * @param y one number per row
     */
    static Forest grow(double[][] x, double[] y, Growth growth) throws InterruptedException {
        Unity range = Unity.of(x);
        double[][] scaled = Arrays.stream(x).map(range::scaled).toArray(double[][]::new);
        DataFrame frame = DataFrame.of(scaled);
        int[][] order = CART.order(frame);
        Tuple[] tuples =
                Arrays.stream(scaled).map(row -> Tuple.of(row, frame.schema())).toArray(Tuple[]::new);
        List<Tree> trees = new ArrayList<>();
        int[][] samples = new int[growth.trees()][];
        for (int b = 0; b < samples.length; b++) {
            requireUninterrupted();
            Keyed random = Keyed.of(growth.seed(), b);
            samples[b] = bootstrap(x.length, random);
            int[] sample = samples[b];
            int[] in = IntStream.range(0, x.length).filter(i -> sample[i] > 0).toArray();
            trees.add(Tree.copy(CartTree.grow(frame, y, sample, order, growth, random), in, scaled, tuples));
        }
        return new Forest(range, trees, samples);
    }

    static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static int[] bootstrap(int n, Keyed random) {
        int[] samples = new int[n];
        for (int i = 0; i < n; i++) {
            samples[random.below(n)]++;
        }
        return samples;
    }

    @Override
    public double predict(double[] row) {
        double[] scaled = range.scaled(row);
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.predict(scaled);
        }
        return sum / trees.size();
    }

    /** The share of each input in what all splits gain; 0 if there are no splits. */
    double[] impurity() {
        double[] gains = new double[range.low().length];
        trees.forEach(tree -> tree.gain(gains));
        double sum = 0;
        for (double gain : gains) {
            sum += gain;
        }
        for (int j = 0; j < gains.length; j++) {
            gains[j] = sum == 0 ? 0 : gains[j] / sum;
        }
        return gains;
    }
}
