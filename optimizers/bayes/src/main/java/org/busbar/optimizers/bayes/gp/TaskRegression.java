package org.busbar.optimizers.bayes.gp;

import org.busbar.optimizers.search.numeric.Cholesky;

/**
 * Values of several tasks under a normal distribution of covariance A with an unknown constant mean per task, H indicating
 * the tasks.
 *
 * @param cholesky factor of A
 * @param inverse A⁻¹
 * @param projection P = A⁻¹ - A⁻¹H(HᵀA⁻¹H)⁻¹HᵀA⁻¹
 * @param means of the tasks, by generalised least squares; 0 without rows
 * @param weights Py = A⁻¹(y - H means)
 */
record TaskRegression(Cholesky cholesky, double[][] inverse, double[][] projection, double[] means, double[] weights) {

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    static TaskRegression of(double[][] covariance, Tasks tasks) {
        Cholesky cholesky = Cholesky.of(covariance);
        double[][] inverse = cholesky.inverse();
        double[][] columns = columns(inverse, tasks);
        Cholesky gram = Cholesky.of(gram(columns, tasks));
        double[] moments = new double[tasks.count()];
        for (int t = 0; t < moments.length; t++) {
            moments[t] = Regression.dot(columns[t], tasks.data().values());
        }
        double[][] projection = projection(inverse, columns, gram);
        double[] weights = new double[inverse.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Regression.dot(projection[i], tasks.data().values());
        }
        return new TaskRegression(cholesky, inverse, projection, gram.solve(moments), weights);
    }

    /** A⁻¹H, a column in each array. */
    private static double[][] columns(double[][] inverse, Tasks tasks) {
        double[][] columns = new double[tasks.count()][inverse.length];
        for (int i = 0; i < inverse.length; i++) {
            double[] column = columns[tasks.of()[i]];
            for (int j = 0; j < inverse.length; j++) {
                column[j] += inverse[i][j];
            }
        }
        return columns;
    }

    /** HᵀA⁻¹H, with 1 on the diagonal for tasks without rows. */
    private static double[][] gram(double[][] columns, Tasks tasks) {
        double[][] gram = new double[columns.length][columns.length];
        for (int t = 0; t < columns.length; t++) {
            for (int i = 0; i < columns[t].length; i++) {
                gram[t][tasks.of()[i]] += columns[t][i];
            }
            gram[t][t] = gram[t][t] == 0 ? 1 : gram[t][t];
        }
        return gram;
    }

    private static double[][] projection(double[][] inverse, double[][] columns, Cholesky gram) {
        double[][] projection = new double[inverse.length][];
        double[] at = new double[columns.length];
        for (int i = 0; i < projection.length; i++) {
            for (int t = 0; t < at.length; t++) {
                at[t] = columns[t][i];
            }
            double[] solved = gram.solve(at);
            projection[i] = inverse[i].clone();
            for (int t = 0; t < at.length; t++) {
                subtract(solved[t], columns[t], projection[i]);
            }
        }
        return projection;
    }

    private static void subtract(double factor, double[] from, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] -= factor * from[j];
        }
    }

    /** The log density of all values. */
    double evidence(double[] values) {
        return -(Regression.dot(values, weights) + cholesky.logDeterminant() + values.length * LOG_TWO_PI) / 2;
    }

    /** ∂ evidence/∂A_ij. */
    double[][] evidenceSlope() {
        double[][] slope = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                slope[i][j] = (weights[i] * weights[j] - inverse[i][j]) / 2;
            }
        }
        return slope;
    }

    /** Σ log density of each of the first values, predicted from all others (Dubrule 1983, doi:10.1007/BF01033232). */
    double leaveOneOut(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double precision = projection[i][i];
            sum += (StrictMath.log(precision) - weights[i] * weights[i] / precision - LOG_TWO_PI) / 2;
        }
        return sum;
    }

    /** ∂ leaveOneOut/∂A_ij, from ∂P = -P ∂A P. */
    double[][] leaveOneOutSlope(int count) {
        int n = weights.length;
        double[][] slope = new double[n][n];
        double[] mixed = new double[n];
        for (int i = 0; i < count; i++) {
            double ratio = weights[i] / projection[i][i];
            subtract(-ratio, projection[i], mixed);
            double factor = (1 / projection[i][i] + ratio * ratio) / 2;
            for (int j = 0; j < n; j++) {
                subtract(factor * projection[i][j], projection[i], slope[j]);
            }
        }
        for (int j = 0; j < n; j++) {
            subtract(-mixed[j] / 2, weights, slope[j]);
            subtract(-weights[j] / 2, mixed, slope[j]);
        }
        return slope;
    }
}
