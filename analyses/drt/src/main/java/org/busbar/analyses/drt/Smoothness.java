package org.busbar.analyses.drt;

/**
 * The penalty on a rough distribution: the integral of (d<sup>2</sup>&gamma;/d(ln &tau;)<sup>2</sup>)<sup>2</sup> over ln
 * &tau; by second differences, as the symmetric matrix of its quadratic form, five diagonals wide.
 */
final class Smoothness {

    private static final double[] DIFFERENCE = {1, -2, 1};

    private final double[][] diagonals;

    private Smoothness(double[][] diagonals) {
        this.diagonals = diagonals;
    }

    static Smoothness of(Grid grid) {
        double[][] diagonals = new double[DIFFERENCE.length][grid.size()];
        double factor = 1 / (grid.step() * grid.step() * grid.step());
        for (int first = 0; first + 2 < grid.size(); first++) {
            addDifference(diagonals, first, factor);
        }
        return new Smoothness(diagonals);
    }

    private static void addDifference(double[][] diagonals, int first, double factor) {
        for (int i = 0; i < DIFFERENCE.length; i++) {
            for (int j = i; j < DIFFERENCE.length; j++) {
                diagonals[j - i][first + i] += factor * DIFFERENCE[i] * DIFFERENCE[j];
            }
        }
    }

    /** A copy of {@code gram} with {@code lambda} times the penalty added to its first rows and columns. */
    double[][] addedTo(double[][] gram, double lambda) {
        double[][] sum = new double[gram.length][];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = gram[i].clone();
        }
        for (int distance = 0; distance < diagonals.length; distance++) {
            for (int i = 0; i + distance < diagonals[distance].length; i++) {
                double part = lambda * diagonals[distance][i];
                sum[i][i + distance] += part;
                sum[i + distance][i] += distance == 0 ? 0 : part;
            }
        }
        return sum;
    }

    /** The trace of H<sub>FF</sub><sup>-1</sup> times the penalty, over the free unknowns. */
    double trace(Pivots pivots) {
        double trace = 0;
        for (int distance = 0; distance < diagonals.length; distance++) {
            for (int i = 0; i + distance < diagonals[distance].length; i++) {
                boolean both = pivots.isFree(i) && pivots.isFree(i + distance);
                double part = both ? -pivots.entry(i, i + distance) * diagonals[distance][i] : 0;
                trace += distance == 0 ? part : 2 * part;
            }
        }
        return trace;
    }
}
