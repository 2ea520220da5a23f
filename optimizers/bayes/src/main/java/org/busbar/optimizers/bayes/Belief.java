package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.optimizers.bayes.gp.LaplaceClassifier;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * All that was learnt from what is known.
 *
 * @param objectives one each
 * @param bounds one for each limit of an output
 * @param success how likely a trial is to give a value at all; empty while none has failed, or all have
 */
record Belief(List<Lesson> objectives, List<Bound> bounds, Optional<LaplaceClassifier> success) {

    /** @param least what an output must be at least, on the scale of its lesson */
    record Bound(Lesson lesson, double least) {}

    static Belief of(Question question, Knowledge knowledge, Choices choices) throws InterruptedException {
        Problem problem = question.problem();
        List<Past> pasts = Past.of(question, knowledge.space());
        Keyed keyed = Keyed.of(question.seed(), Purpose.FIT.key());
        List<Lesson> objectives = new ArrayList<>();
        for (Outcomes outcomes : knowledge.objectives()) {
            objectives.add(
                    Lesson.of(knowledge, outcomes, Lesson.sources(pasts, outcomes.output()), choices, keyed.next()));
        }
        List<Bound> bounds = new ArrayList<>();
        for (int k = 0; k < problem.limits().size(); k++) {
            Outcomes outcomes = knowledge.limited().get(k);
            if (outcomes.given().length > 0) {
                Lesson lesson = Lesson.of(knowledge, outcomes, List.of(), choices, keyed.next());
                double least = Knowledge.least(problem.limits().get(k), outcomes);
                bounds.add(new Bound(lesson, lesson.scaling().forth(least)));
            }
        }
        return new Belief(objectives, bounds, success(knowledge));
    }

    private static Optional<LaplaceClassifier> success(Knowledge knowledge) {
        if (knowledge.failed().isEmpty() || knowledge.rows().length == 0) {
            return Optional.empty();
        }
        List<double[]> rows = new ArrayList<>(Arrays.asList(knowledge.rows()));
        rows.addAll(knowledge.failed());
        boolean[] worked = new boolean[rows.size()];
        Arrays.fill(worked, 0, knowledge.rows().length, true);
        return Optional.of(LaplaceClassifier.fit(knowledge.space().width(), rows.toArray(double[][]::new), worked));
    }

    /** This belief if all comes as it is expected to at a row. */
    Belief believing(double[] row) {
        return new Belief(
                objectives.stream().map(lesson -> lesson.believing(row)).toList(),
                bounds.stream()
                        .map(bound -> new Bound(bound.lesson().believing(row), bound.least()))
                        .toList(),
                success);
    }

    Belief believing(List<double[]> rows) {
        Belief belief = this;
        for (double[] row : rows) {
            belief = belief.believing(row);
        }
        return belief;
    }

    List<Model> models() {
        return objectives.stream().map(Lesson::model).toList();
    }

    /** What each objective is expected to be at a row. */
    Values expected(double[] row) {
        Values expected = Values.none();
        for (Lesson lesson : objectives) {
            expected = lesson.add(expected, row);
        }
        return expected;
    }
}
