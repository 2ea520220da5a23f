package org.busbar.analyses.importance;

import org.busbar.analyses.tables.Standard;

/**
 * The error of the lasso on folds that were left out, as a share of the variance of the output.
 *
 * @param errors mean over the folds of the mean square error, for each penalty
 * @param deviations standard error of each, from the spread over the folds
 */
record LassoValidation(double[] lambdas, double[] errors, double[] deviations) {

    /**
     * Fits the path to all folds but one, for each.
     *
     * @param x one row per measurement
     * @param fold of each row
     */
    static LassoValidation of(double[][] x, double[] y, Folds folds, double[] lambdas) throws InterruptedException {
        double[][] byFold = new double[folds.count()][];
        double variance = StrictMath.pow(Standard.ofPopulation(y).deviation(), 2);
        for (int fold = 0; fold < byFold.length; fold++) {
            byFold[fold] = errors(Split.of(x, y, folds, fold), lambdas, variance);
        }
        double[] errors = new double[lambdas.length];
        double[] deviations = new double[lambdas.length];
        for (int i = 0; i < lambdas.length; i++) {
            double[] of = new double[byFold.length];
            for (int fold = 0; fold < of.length; fold++) {
                of[fold] = byFold[fold][i];
            }
            Standard standard = Standard.ofSample(of);
            errors[i] = standard.mean();
            deviations[i] = standard.deviation() / Math.sqrt(of.length);
        }
        return new LassoValidation(lambdas, errors, deviations);
    }

    private static double[] errors(Split split, double[] lambdas, double variance) throws InterruptedException {
        LassoData data = LassoData.of(split.x(), split.y());
        LassoPath path = LassoPath.of(data.problem(), lambdas);
        double[] errors = new double[lambdas.length];
        for (int i = 0; i < lambdas.length; i++) {
            for (int row = 0; row < split.testY().length; row++) {
                double error = split.testY()[row] - data.predict(path.coefficients()[i], split.testX()[row]);
                errors[i] += error * error / split.testY().length / variance;
            }
        }
        return errors;
    }

    /** The place of the penalty with the smallest error. */
    int best() {
        int best = 0;
        for (int i = 1; i < errors.length; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        return best;
    }

    /** The place of the largest penalty whose error is within one standard error of the smallest. */
    int sparse() {
        int best = best();
        int sparse = 0;
        while (errors[sparse] > errors[best] + deviations[best]) {
            sparse++;
        }
        return sparse;
    }
}
