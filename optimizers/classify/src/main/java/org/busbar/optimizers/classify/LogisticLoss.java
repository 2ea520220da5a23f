package org.busbar.optimizers.classify;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Sloped;

/**
 * The negative log posterior of a multinomial logistic regression, as a function of its weights: those of the first label,
 * then those of the second, and so on.
 *
 * @param features of each example; the first one is 1
 * @param importance how much each example counts
 */
record LogisticLoss(double[][] features, int[] labels, int classes, double[] importance) implements Sloped {

    /** Inverse variance of the prior of each weight but the first of a label. */
    private static final double PRECISION = 0.05;
    /** That of the first one, the intercept. */
    private static final double LOOSE = 1e-3;

    @Override
    public double at(double[] weights, double[] slope) {
        int width = features[0].length;
        double loss = 0;
        for (int k = 0; k < weights.length; k++) {
            double precision = k % width == 0 ? LOOSE : PRECISION;
            loss += precision * weights[k] * weights[k] / 2;
            slope[k] = precision * weights[k];
        }
        for (int i = 0; i < labels.length; i++) {
            double[] p = probabilities(weights, features[i], classes);
            loss -= importance[i] * StrictMath.log(Math.max(Double.MIN_NORMAL, p[labels[i]]));
            p[labels[i]] -= 1;
            add(p, features[i], importance[i], slope);
        }
        return loss;
    }

    private static void add(double[] residuals, double[] features, double importance, double[] slope) {
        for (int c = 0; c < residuals.length; c++) {
            for (int j = 0; j < features.length; j++) {
                slope[c * features.length + j] += importance * residuals[c] * features[j];
            }
        }
    }

    /** The probability of each label. */
    static double[] probabilities(double[] weights, double[] features, int classes) {
        double[] score = new double[classes];
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            for (int j = 0; j < features.length; j++) {
                score[c] += weights[c * features.length + j] * features[j];
            }
            highest = Math.max(highest, score[c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            score[c] = StrictMath.exp(score[c] - highest);
            sum += score[c];
        }
        double whole = sum;
        Arrays.setAll(score, c -> score[c] / whole);
        return score;
    }
}
