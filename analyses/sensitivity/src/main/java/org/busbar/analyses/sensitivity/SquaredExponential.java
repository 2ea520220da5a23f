package org.busbar.analyses.sensitivity;

/**
 * The correlation exp(-sum((x<sub>i</sub> - x'<sub>i</sub>)<sup>2</sup>/l<sub>i</sub><sup>2</sup>)/2), with one length
 * per input (automatic relevance determination).
 *
 * @param lengths above 0, in units of the ranges of the inputs
 */
record SquaredExponential(double[] lengths) {

    double at(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < lengths.length; i++) {
            double off = (one[i] - other[i]) / lengths[i];
            sum += off * off;
        }
        return StrictMath.exp(-0.5 * sum);
    }

    /** The lower triangle of the correlations of all rows, with {@code noise} added to the diagonal of 1. */
    double[][] matrix(double[][] x, double noise) {
        double[][] matrix = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            matrix[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                matrix[i][j] = at(x[i], x[j]);
            }
            matrix[i][i] = 1 + noise;
        }
        return matrix;
    }
}
