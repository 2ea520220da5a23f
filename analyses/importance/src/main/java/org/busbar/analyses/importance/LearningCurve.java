package org.busbar.analyses.importance;

import org.busbar.analyses.tables.Chosen;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * How the error falls with the number of rows learnt from.
 *
 * @param rows mean number learnt from
 * @param training root mean square error on these
 * @param testing the same on the fold left out
 */
record LearningCurve(double[] rows, double[] training, double[] testing) {

    private static final double[] SHARES = {0.1, 0.2, 0.35, 0.6, 1};

    /**
     * Learns from a random part of the rows outside each fold; a part has more rows than {@code fewest}, else it is left
     * out of the curve.
     */
    static LearningCurve of(Chosen chosen, Learner learner, Folds folds, int fewest, long seed)
            throws InterruptedException {
        int least = chosen.rows();
        for (int fold = 0; fold < folds.count(); fold++) {
            least = Math.min(least, folds.without(fold).length);
        }
        int first = 0;
        while (first < SHARES.length - 1 && SHARES[first] * least <= fewest) {
            first++;
        }
        LearningCurve curve = new LearningCurve(
                new double[SHARES.length - first],
                new double[SHARES.length - first],
                new double[SHARES.length - first]);
        for (int i = first; i < SHARES.length; i++) {
            curve.fill(i - first, chosen, learner, folds, seed);
        }
        return curve;
    }

    private void fill(int at, Chosen chosen, Learner learner, Folds folds, long seed) throws InterruptedException {
        double share = SHARES[SHARES.length - rows.length + at];
        double trainingSquares = 0;
        double testingSquares = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] learning = part(folds.without(fold), share, Keyed.of(seed, 2, fold));
            Split split = Split.of(chosen.x(), chosen.y(), learning, folds.in(fold));
            Predictor model = learner.learn(split.x(), split.y());
            rows[at] += learning.length / (double) folds.count();
            trainingSquares += squares(model, split.x(), split.y()) / learning.length / folds.count();
            testingSquares += squares(model, split.testX(), split.testY());
        }
        training[at] = Math.sqrt(trainingSquares);
        testing[at] = Math.sqrt(testingSquares / chosen.rows());
    }

    /** The smaller part is within the larger one. */
    private static int[] part(int[] rows, double share, Keyed random) {
        int[] order = random.permutation(rows.length);
        int[] part = new int[(int) Math.round(share * rows.length)];
        for (int i = 0; i < part.length; i++) {
            part[i] = rows[order[i]];
        }
        return part;
    }

    private static double squares(Predictor model, double[][] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - model.predict(x[i]);
            sum += residual * residual;
        }
        return sum;
    }
}
