package org.busbar.optimizers.forest;

import java.util.List;

/**
 * What a forest expects at a point, on the scale of the values it was fitted to.
 *
 * @param aleatoric variance of single measurements around the mean: more data do not reduce it
 * @param epistemic variance of the mean itself, for want of data nearby
 */
record Prediction(double mean, double aleatoric, double epistemic) {

    /** What some trees, at least one, expect at a point. */
    static Prediction of(List<Tree> trees, double[] row) {
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

    /** Variance of the next measurement. */
    double total() {
        return aleatoric + epistemic;
    }
}
