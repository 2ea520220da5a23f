package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.busbar.analyses.tables.Chosen;

/**
 * All candidates on the folds of groups and on those of rows.
 *
 * @param byGroup empty if rows are not grouped
 * @param training root mean square error of each candidate on the rows it has learnt from
 */
record Comparison(
        Candidates candidates, List<CrossValidation> byGroup, List<CrossValidation> byRow, double[] training) {

    private static final double BETTER = 0.9;

    static Comparison of(Chosen chosen, Candidates candidates, Optional<Folds> groups, Folds rows)
            throws InterruptedException {
        List<CrossValidation> byGroup = new ArrayList<>();
        List<CrossValidation> byRow = new ArrayList<>();
        double[] training = new double[candidates.learners().size()];
        for (int c = 0; c < training.length; c++) {
            Learner learner = candidates.learners().get(c);
            if (groups.isPresent()) {
                byGroup.add(CrossValidation.of(chosen, learner, groups.orElseThrow()));
            }
            byRow.add(CrossValidation.of(chosen, learner, rows));
            training[c] = training(chosen, learner);
        }
        return new Comparison(candidates, byGroup, byRow, training);
    }

    private static double training(Chosen chosen, Learner learner) throws InterruptedException {
        double[] residuals = chosen.y();
        double[][] x = chosen.x();
        Predictor model = learner.learn(x, residuals);
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= model.predict(x[i]);
        }
        return CrossValidation.rootMeanSquare(residuals);
    }

    /** The folds by which models are judged: those of groups if there are groups. */
    List<CrossValidation> strict() {
        return byGroup.isEmpty() ? byRow : byGroup;
    }

    /** The place of the candidate with the smallest error on the strict folds. */
    int choice() {
        return best(strict());
    }

    private static int best(List<CrossValidation> validations) {
        int best = 0;
        for (int c = 1; c < validations.size(); c++) {
            best = validations.get(c).rmse() < validations.get(best).rmse() ? c : best;
        }
        return best;
    }

    static double[] errors(List<CrossValidation> validations) {
        return validations.stream().mapToDouble(CrossValidation::rmse).toArray();
    }

    /** What was found, if folds of rows flatter the model. */
    Optional<String> leakage() {
        if (byGroup.isEmpty()) {
            return Optional.empty();
        }
        int byGroups = best(byGroup);
        int byRows = best(byRow);
        double group = byGroup.get(byGroups).rmse();
        double row = byRow.get(byRows).rmse();
        return row < BETTER * group || byGroups != byRows
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "folds of rows give RMSE %.4g with degree %d, folds of groups %.4g with degree %d",
                        row,
                        candidates.degrees().get(byRows),
                        group,
                        candidates.degrees().get(byGroups)))
                : Optional.empty();
    }
}
