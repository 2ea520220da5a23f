package org.busbar.optimizers.search.numeric;

/** A small square matrix after Gaussian elimination with row exchanges; a singular one solves to NaN or infinities. */
final class Eliminated {

    private final double[][] lu;
    private final int[] order;

    Eliminated(double[][] matrix) {
        lu = new double[matrix.length][];
        order = new int[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            lu[i] = matrix[i].clone();
            order[i] = i;
        }
        for (int k = 0; k < lu.length; k++) {
            exchange(k, pivot(k));
            eliminate(k);
        }
    }

    private int pivot(int k) {
        int best = k;
        for (int i = k + 1; i < lu.length; i++) {
            if (Math.abs(lu[i][k]) > Math.abs(lu[best][k])) {
                best = i;
            }
        }
        return best;
    }

    private void exchange(int a, int b) {
        double[] row = lu[a];
        lu[a] = lu[b];
        lu[b] = row;
        int position = order[a];
        order[a] = order[b];
        order[b] = position;
    }

    private void eliminate(int k) {
        double[] top = lu[k];
        for (int i = k + 1; i < lu.length; i++) {
            double[] row = lu[i];
            row[k] /= top[k];
            for (int j = k + 1; j < lu.length; j++) {
                row[j] -= row[k] * top[j];
            }
        }
    }

    double[] solve(double[] b) {
        double[] x = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            x[i] = b[order[i]];
            for (int j = 0; j < i; j++) {
                x[i] -= lu[i][j] * x[j];
            }
        }
        for (int i = b.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < b.length; j++) {
                x[i] -= lu[i][j] * x[j];
            }
            x[i] /= lu[i][i];
        }
        return x;
    }
}
