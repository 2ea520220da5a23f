package org.busbar.optimizers.search.numeric;

import java.util.ArrayList;
import java.util.List;

/**
 * The Hessian model B = θI - W K⁻¹ Wᵀ of the last ten steps, W = [Y θS], K = [-D Lᵀ; L θSᵀS].
 *
 * <p>S holds steps, Y the changes of the gradient, D the diagonal of SᵀY and L its strictly lower part (Byrd et al. 1995,
 * section 3).
 */
final class Curvature {

    private static final int MEMORY = 10;

    private final int dimensions;
    private final List<double[]> steps = new ArrayList<>();
    private final List<double[]> changes = new ArrayList<>();
    private double scale = 1;
    private double[][] middle = {};
    private Eliminated solver = new Eliminated(middle);

    Curvature(int dimensions) {
        this.dimensions = dimensions;
    }

    int size() {
        return steps.size();
    }

    double scale() {
        return scale;
    }

    void forget() {
        steps.clear();
        changes.clear();
        scale = 1;
        middle = new double[0][];
        solver = new Eliminated(middle);
    }

    void learn(double[] step, double[] change) {
        if (steps.size() == MEMORY) {
            steps.remove(0);
            changes.remove(0);
        }
        steps.add(step);
        changes.add(change);
        scale = Vectors.dot(change, change) / Vectors.dot(step, change);
        middle = middle();
        solver = new Eliminated(middle);
    }

    private double[][] middle() {
        int m = steps.size();
        double[][] k = new double[2 * m][2 * m];
        for (int i = 0; i < m; i++) {
            k[i][i] = -Vectors.dot(steps.get(i), changes.get(i));
            for (int j = 0; j <= i; j++) {
                double lower = j < i ? Vectors.dot(steps.get(i), changes.get(j)) : 0;
                k[m + i][j] = lower;
                k[j][m + i] = lower;
                k[m + i][m + j] = scale * Vectors.dot(steps.get(i), steps.get(j));
                k[m + j][m + i] = k[m + i][m + j];
            }
        }
        return k;
    }

    /** Row i of W. */
    double[] row(int i) {
        int m = steps.size();
        double[] row = new double[2 * m];
        for (int j = 0; j < m; j++) {
            row[j] = changes.get(j)[i];
            row[m + j] = scale * steps.get(j)[i];
        }
        return row;
    }

    /** Wᵀv over those variables only. */
    double[] project(double[] v, boolean[] chosen) {
        int m = steps.size();
        double[] sum = new double[2 * m];
        for (int j = 0; j < m; j++) {
            double[] change = changes.get(j);
            double[] step = steps.get(j);
            for (int i = 0; i < dimensions; i++) {
                if (chosen[i]) {
                    sum[j] += change[i] * v[i];
                    sum[m + j] += scale * step[i] * v[i];
                }
            }
        }
        return sum;
    }

    /** K⁻¹v. */
    double[] solve(double[] v) {
        return solver.solve(v);
    }

    /** (K - WᵀZZᵀW/θ)⁻¹v with Z the chosen variables: the middle of the inverse of the reduced Hessian. */
    double[] solveWithin(boolean[] chosen, double[] v) {
        double[][] reduced = new double[middle.length][];
        for (int a = 0; a < middle.length; a++) {
            reduced[a] = middle[a].clone();
        }
        for (int i = 0; i < dimensions; i++) {
            if (chosen[i]) {
                subtract(reduced, row(i));
            }
        }
        return new Eliminated(reduced).solve(v);
    }

    private void subtract(double[][] matrix, double[] row) {
        for (int a = 0; a < row.length; a++) {
            double factor = row[a] / scale;
            for (int b = 0; b < row.length; b++) {
                matrix[a][b] -= factor * row[b];
            }
        }
    }
}
