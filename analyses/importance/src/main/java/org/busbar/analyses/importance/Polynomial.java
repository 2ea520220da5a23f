package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.List;
import org.busbar.analyses.tables.Standard;
import org.busbar.optimizers.search.numeric.Cholesky;

/**
 * A polynomial of standardised inputs (population standard deviation), fitted by least squares with {@code ridge} times
 * the sum of the squares of its coefficients added; the intercept is free.
 *
 * @param means of the monomials
 * @param coefficients of the monomials less their means
 */
record Polynomial(List<Standard> scales, Monomials monomials, double[] means, double[] coefficients, double intercept)
        implements Predictor {

    /** Learns polynomials of a degree; ridge 0 is ordinary least squares. */
    record OfDegree(int degree, double ridge) implements Learner {

        @Override
        public Polynomial learn(double[][] x, double[] y) throws InterruptedException {
            List<Standard> scales = scales(x);
            Monomials monomials = Monomials.of(x[0].length, degree);
            double[][] terms = new double[x.length][];
            for (int i = 0; i < x.length; i++) {
                terms[i] = monomials.at(standardised(scales, x[i]));
            }
            double[] means = centre(terms, monomials.size());
            double intercept = Standard.ofPopulation(y).mean();
            return new Polynomial(scales, monomials, means, solve(terms, y, intercept), intercept);
        }

        private double[] solve(double[][] terms, double[] y, double intercept) throws InterruptedException {
            int width = terms[0].length;
            double[][] products = new double[width][width];
            double[] right = new double[width];
            for (int i = 0; i < terms.length; i++) {
                if (i % 256 == 0) {
                    Forest.requireUninterrupted();
                }
                add(terms[i], y[i] - intercept, products, right);
            }
            for (int j = 0; j < width; j++) {
                products[j][j] += ridge;
            }
            return solve(products, right);
        }

        private static void add(double[] row, double y, double[][] products, double[] right) {
            for (int j = 0; j < row.length; j++) {
                double factor = row[j];
                double[] into = products[j];
                for (int k = 0; k <= j; k++) {
                    into[k] += factor * row[k];
                }
                right[j] += factor * y;
            }
        }

        /** Scaled to a diagonal of 1, as the factorisation asks. */
        private static double[] solve(double[][] products, double[] right) {
            double[] scale = new double[right.length];
            for (int j = 0; j < scale.length; j++) {
                scale[j] = products[j][j] > 0 ? 1 / Math.sqrt(products[j][j]) : 1;
                right[j] *= scale[j];
                for (int k = 0; k <= j; k++) {
                    products[j][k] *= scale[j] * scale[k];
                }
            }
            double[] solution = Cholesky.of(products).solve(right);
            for (int j = 0; j < scale.length; j++) {
                solution[j] *= scale[j];
            }
            return solution;
        }

        private static double[] centre(double[][] terms, int width) {
            double[] means = new double[width];
            for (double[] row : terms) {
                for (int j = 0; j < width; j++) {
                    means[j] += row[j] / terms.length;
                }
            }
            for (double[] row : terms) {
                for (int j = 0; j < width; j++) {
                    row[j] -= means[j];
                }
            }
            return means;
        }

        private static List<Standard> scales(double[][] x) {
            List<Standard> scales = new ArrayList<>();
            for (int j = 0; j < x[0].length; j++) {
                double[] column = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    column[i] = x[i][j];
                }
                scales.add(Standard.ofPopulation(column));
            }
            return scales;
        }
    }

    /** An input that did not vary in what was learnt from has no effect. */
    private static double[] standardised(List<Standard> scales, double[] row) {
        double[] scaled = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            Standard scale = scales.get(j);
            scaled[j] = scale.deviation() == 0 ? 0 : (row[j] - scale.mean()) / scale.deviation();
        }
        return scaled;
    }

    @Override
    public double predict(double[] row) {
        double[] terms = monomials.at(standardised(scales, row));
        double sum = intercept;
        for (int j = 0; j < terms.length; j++) {
            sum += coefficients[j] * (terms[j] - means[j]);
        }
        return sum;
    }
}
