package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;

/**
 * The models to be compared, the simplest first.
 *
 * @param degrees of the polynomials; 0 stands for the forest
 * @param terms coefficients of each model, the intercept included; 1 for the forest
 */
record Candidates(List<Learner> learners, List<Integer> degrees, List<Integer> terms) {

    static final Parameter.Choice MODEL = Parameter.choice("model", "polynomial", "linear", "forest");
    static final Parameter.Whole DEGREE = Parameter.whole("highest_degree", 1, 8);
    static final Parameter.Real RIDGE = Parameter.real("ridge", "1", 0, 1e6);

    /** The default of each input. */
    static final Values DEFAULTS = Growth.DEFAULTS
            .with(MODEL.name(), new Text("polynomial"))
            .with(DEGREE.name(), Quantity.of(6, "1"))
            .with(RIDGE.name(), Quantity.of(1e-3, "1"));

    private static final int MOST_TERMS = 600;

    /**
     * What the inputs of an analysis ask for. Degrees with more than 600 terms, or with more terms than three quarters of the
     * rows that folds leave, are not tried.
     *
     * @throws IllegalArgumentException if there are too few rows for the simplest model
     */
    static Candidates of(String analysis, Values all, Chosen chosen, Folds folds) {
        if (all.get(MODEL).equals("forest")) {
            ForestImportance.requireRows(analysis, chosen);
            Growth growth = Growth.of(all);
            return new Candidates(List.of((x, y) -> Forest.grow(x, y, growth)), List.of(0), List.of(1));
        }
        boolean linear = all.get(MODEL).equals("linear");
        int most = Math.min(MOST_TERMS, fewestLearning(folds) * 3 / 4);
        Candidates candidates = polynomials(
                chosen.inputs().size(), linear ? 1 : (int) all.get(DEGREE), linear ? 0 : all.get(RIDGE), most);
        if (candidates.learners.isEmpty()) {
            throw new IllegalArgumentException(
                    analysis + ": " + chosen.rows() + " complete rows are too few to check "
                            + (chosen.inputs().size() + 1) + " coefficients with " + folds.count()
                            + " folds, each fold has to leave a third more rows than that; give more rows or name fewer inputs");
        }
        return candidates;
    }

    private static Candidates polynomials(int inputs, int highest, double ridge, int most) {
        Candidates all = new Candidates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int degree = 1; degree <= highest && Monomials.count(inputs, degree) + 1 <= most; degree++) {
            all.learners.add(new Polynomial.OfDegree(degree, ridge));
            all.degrees.add(degree);
            all.terms.add((int) Monomials.count(inputs, degree) + 1);
        }
        return all;
    }

    private static int fewestLearning(Folds folds) {
        int fewest = Integer.MAX_VALUE;
        for (int fold = 0; fold < folds.count(); fold++) {
            fewest = Math.min(fewest, folds.without(fold).length);
        }
        return fewest;
    }

    /** What is tried, as numbers for an output. */
    double[] tried() {
        return degrees.stream().mapToDouble(degree -> degree).toArray();
    }
}
