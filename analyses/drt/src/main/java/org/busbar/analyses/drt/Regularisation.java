package org.busbar.analyses.drt;

import java.util.List;

/** All solutions of one set of equations, one for each &lambda;. */
final class Regularisation {

    /** The ends of what cross-validation tries. */
    static final double LEAST_LAMBDA = 1e-6;

    static final double MOST_LAMBDA = 1e-1;
    private static final double LEAST = -6;
    private static final double MOST = -1;
    /** Half decades are tried first, and then the quarters beside the best. */
    private static final double COARSE = 0.5;

    private static final double FINE = 0.25;

    private final Equations equations;
    private final double[][] gram;
    private final double[] b;
    private final Smoothness smoothness;

    Regularisation(Equations equations) {
        this.equations = equations;
        this.gram = equations.gram();
        this.b = equations.projected(equations.target());
        this.smoothness = Smoothness.of(equations.grid());
    }

    /** The solution for this &lambda;, above 0. */
    Solution solve(double lambda) {
        return solution(lambda, NonNegative.solve(smoothness.addedTo(gram, lambda), b));
    }

    /** The same, sooner found where the free unknowns are about those of {@code near}. */
    Solution solve(double lambda, Solution near) {
        Pivots start = Pivots.of(smoothness.addedTo(gram, lambda), near.pivots());
        return solution(lambda, NonNegative.solve(start, b, near.x().clone(), 0));
    }

    private Solution solution(double lambda, NonNegative.Found found) {
        double freedom = -lambda * smoothness.trace(found.pivots());
        for (int i = 0; i < b.length; i++) {
            freedom += found.pivots().isFree(i) ? 1 : 0;
        }
        return new Solution(equations, lambda, found.pivots(), found.x(), freedom);
    }

    /**
     * The solution with the smallest score of generalised cross-validation, &lambda; from 1e-6 to 1e-1 in steps of a
     * quarter of a decade (G. Golub, M. Heath, G. Wahba, Technometrics 21, 215, 1979; doi
     * 10.1080/00401706.1979.10489751).
     */
    Solution crossValidated() {
        Solution last = solve(power(MOST));
        Solution best = last;
        for (double exponent = MOST - COARSE; exponent >= LEAST; exponent -= COARSE) {
            last = solve(power(exponent), last);
            best = last.score() < best.score() ? last : best;
        }
        return refined(best);
    }

    private Solution refined(Solution coarse) {
        double exponent = StrictMath.log10(coarse.lambda());
        Solution best = coarse;
        for (double near = exponent - FINE; near <= exponent + FINE; near += 2 * FINE) {
            if (near > LEAST && near < MOST) {
                Solution other = solve(power(near), coarse);
                best = other.score() < best.score() ? other : best;
            }
        }
        return best;
    }

    private static double power(double exponent) {
        return StrictMath.pow(10, exponent);
    }

    /** The same with a tenth of &lambda;, and with ten times &lambda;. */
    List<Solution> neighbours(Solution solution) {
        return List.of(solve(solution.lambda() / 10, solution), solve(10 * solution.lambda(), solution));
    }

    /** The width at half height, in decades, that a single R || C in the middle of the grid is given. */
    double resolution(Solution solution) {
        int middle = equations.grid().size() / 2;
        double[] x = NonNegative.solve(smoothness.addedTo(gram, solution.lambda()), gram[middle])
                .x();
        return Peak.width(equations.grid(), x, Peak.highest(x, equations.grid().size()));
    }
}
