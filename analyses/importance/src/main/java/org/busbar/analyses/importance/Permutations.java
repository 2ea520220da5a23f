package org.busbar.analyses.importance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.analyses.tables.Standard;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * How much worse a forest predicts the rows its trees have not seen, when the values of one input are exchanged among
 * the rows; as a share of the variance of the output.
 *
 * @param importance mean over the repeats, one per input
 * @param spread standard deviation over the repeats
 * @param r2 of the rows that trees have not seen, with nothing exchanged
 * @param predicted for each row, by the trees that have not seen it
 */
record Permutations(double[] importance, double[] spread, double r2, double[] predicted) {

    private record Unseen(Forest forest, double[][] x, double[] y, List<List<Tree>> trees, double variance) {

        static Unseen of(Forest forest, double[][] x, double[] y) {
            double[][] scaled = Arrays.stream(x).map(forest.range()::scaled).toArray(double[][]::new);
            List<List<Tree>> trees = IntStream.range(0, x.length)
                    .mapToObj(i -> unseen(forest, i))
                    .toList();
            return new Unseen(
                    forest,
                    scaled,
                    y,
                    trees,
                    StrictMath.pow(Standard.ofPopulation(y).deviation(), 2));
        }

        private static List<Tree> unseen(Forest forest, int row) {
            List<Tree> others = IntStream.range(0, forest.trees().size())
                    .filter(b -> forest.samples()[b][row] == 0)
                    .mapToObj(forest.trees()::get)
                    .toList();
            if (others.isEmpty()) {
                throw new IllegalArgumentException(
                        "forest-importance: each of " + forest.trees().size() + " trees has seen row " + row
                                + ", so nothing can be tested with it; grow more trees");
            }
            return others;
        }

        double predict(int row, double[] at) {
            double sum = 0;
            for (Tree tree : trees.get(row)) {
                sum += tree.predict(at);
            }
            return sum / trees.get(row).size();
        }

        double[] predictions() {
            return IntStream.range(0, y.length)
                    .mapToDouble(i -> predict(i, x[i]))
                    .toArray();
        }

        /** Mean square error over variance. */
        double error(double[] predictions) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += (y[i] - predictions[i]) * (y[i] - predictions[i]);
            }
            return sum / y.length / variance;
        }

        double exchanged(int input, int[] order) {
            double[] predictions = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                double[] at = x[i].clone();
                at[input] = x[order[i]][input];
                predictions[i] = predict(i, at);
            }
            return error(predictions);
        }
    }

    static Permutations of(Forest forest, double[][] x, double[] y, int repeats, long seed)
            throws InterruptedException {
        Unseen unseen = Unseen.of(forest, x, y);
        double[] predicted = unseen.predictions();
        double error = unseen.error(predicted);
        double[] importance = new double[x[0].length];
        double[] spread = new double[importance.length];
        for (int j = 0; j < importance.length; j++) {
            double[] losses = new double[repeats];
            for (int r = 0; r < repeats; r++) {
                Forest.requireUninterrupted();
                losses[r] = unseen.exchanged(j, Keyed.of(seed, -1, r, j).permutation(y.length)) - error;
            }
            Standard over = Standard.ofSample(losses);
            importance[j] = over.mean();
            spread[j] = over.deviation();
        }
        return new Permutations(importance, spread, 1 - error, predicted);
    }
}
