package org.busbar.optimizers.polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * Products of Legendre polynomials of the numbers of a row, of a total degree up to a limit, lower degrees first.
 *
 * <p>Each polynomial is that of 2x - 1, so the terms are orthogonal over the unit cube. A term is an earlier one, which
 * does not have its last column, times one polynomial of that column.
 */
final class Terms {

    /** @param factor the place of the earlier term; the constant one has order 0 */
    private record Term(int factor, int column, int order) {}

    private final List<Term> terms = new ArrayList<>(List.of(new Term(0, -1, 0)));
    private final List<Integer> counts = new ArrayList<>(List.of(1));
    private final boolean[] linear;

    /**
     * @param linear for each column whether it takes two values only, so that its square says nothing new
     * @param degree the highest total degree, at least 1
     * @param most how many terms there may be; those of degree 1 are there in any case
     */
    Terms(boolean[] linear, int degree, int most) {
        this.linear = linear;
        boolean room = true;
        while (room && degree() < degree) {
            List<Term> next = next();
            room = !next.isEmpty() && (degree() == 0 || terms.size() + next.size() <= most);
            if (room) {
                terms.addAll(next);
                counts.add(terms.size());
            }
        }
    }

    private List<Term> next() {
        List<Term> next = new ArrayList<>();
        for (int i = degree() == 0 ? 0 : counts.get(degree() - 1); i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.column >= 0 && !linear[term.column]) {
                next.add(new Term(term.factor, term.column, term.order + 1));
            }
            for (int column = term.column + 1; column < linear.length; column++) {
                next.add(new Term(i, column, 1));
            }
        }
        return next;
    }

    /** The highest total degree there is. */
    int degree() {
        return counts.size() - 1;
    }

    /** How many terms there are up to a degree. */
    int count(int degree) {
        return counts.get(degree);
    }

    /** The value of each term at a row. */
    double[] at(double[] row) {
        double[][] legendre = legendre(row);
        double[] values = new double[terms.size()];
        values[0] = 1;
        for (int i = 1; i < values.length; i++) {
            Term term = terms.get(i);
            values[i] = values[term.factor] * legendre[term.column][term.order];
        }
        return values;
    }

    /** How each term changes with each number of a row: one array per term. */
    double[][] slopes(double[] row) {
        double[][] legendre = legendre(row);
        double[] values = at(row);
        double[][] slopes = new double[values.length][row.length];
        for (int i = 1; i < values.length; i++) {
            Term term = terms.get(i);
            for (int j = 0; j < row.length; j++) {
                slopes[i][j] = slopes[term.factor][j] * legendre[term.column][term.order];
            }
            slopes[i][term.column] = values[term.factor] * slope(legendre[term.column], term.order);
        }
        return slopes;
    }

    /** For each column the Legendre polynomials of all orders, by (k+1) P_k+1 = (2k+1) u P_k - k P_k-1. */
    private double[][] legendre(double[] row) {
        double[][] values = new double[row.length][Math.max(2, degree() + 1)];
        for (int j = 0; j < row.length; j++) {
            double u = 2 * row[j] - 1;
            values[j][0] = 1;
            values[j][1] = u;
            for (int k = 1; k < degree(); k++) {
                values[j][k + 1] = ((2 * k + 1) * u * values[j][k] - k * values[j][k - 1]) / (k + 1);
            }
        }
        return values;
    }

    /** By P'_k+1 = (2k+1) P_k + P'_k-1, times 2 since u = 2x - 1. */
    private static double slope(double[] legendre, int order) {
        double slope = 0;
        for (int k = order - 1; k >= 0; k -= 2) {
            slope += 2 * (2 * k + 1) * legendre[k];
        }
        return slope;
    }
}
