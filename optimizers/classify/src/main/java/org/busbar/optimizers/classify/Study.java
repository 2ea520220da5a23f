package org.busbar.optimizers.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;

/**
 * A question, encoded.
 *
 * @param labels all that were seen, in alphabetical order
 * @param examples the trials that gave a label
 * @param unlabelled the rows of trials that failed or are pending
 * @param pending the rows of those of them that are pending
 */
record Study(
        Question question,
        EncodedSpace space,
        List<String> labels,
        Examples examples,
        List<double[]> unlabelled,
        List<double[]> pending,
        Keyed random) {

    /** @throws IllegalArgumentException if the problem is not to learn one label, or an output is no label */
    static Study of(Question question) {
        check(question.problem());
        EncodedSpace space = EncodedSpace.of(question.problem().space());
        List<Observation> done =
                question.observed().stream().filter(o -> !o.isFailed()).toList();
        List<String> given = done.stream().map(o -> label(o, output(question))).toList();
        List<String> labels = given.stream().distinct().sorted().toList();
        Examples examples = new Examples(
                done.stream().map(o -> space.encode(o.point())).toArray(double[][]::new),
                given.stream().mapToInt(labels::indexOf).toArray(),
                labels.size());
        List<double[]> pending = question.pending().stream().map(space::encode).toList();
        List<double[]> unlabelled = new ArrayList<>(pending);
        question.observed().stream()
                .filter(Observation::isFailed)
                .forEach(o -> unlabelled.add(space.encode(o.point())));
        return new Study(question, space, labels, examples, unlabelled, pending, random(question));
    }

    private static Keyed random(Question question) {
        return Keyed.of(
                question.seed(),
                0xc1a5,
                question.observed().size(),
                question.pending().size());
    }

    /** @throws IllegalArgumentException if the problem is not to learn one label */
    static void check(Problem problem) {
        if (problem.objectives().size() > 1
                || !problem.limits().isEmpty()
                || problem.fidelity().isPresent()) {
            throw new IllegalArgumentException("classify learns one label: it takes one objective, without limits of"
                    + " outputs and levels of fidelity, not " + problem.objectives() + ", " + problem.limits() + ", "
                    + problem.fidelity() + "; leave the others out");
        }
    }

    private static String label(Observation observation, String output) {
        Value value = observation.outputs().get(output);
        if (value instanceof Text text && !text.text().isBlank()) {
            return text.text();
        }
        throw new IllegalArgumentException(output + " = " + value + " is no label; classify learns words, so report a"
                + " text or take an optimizer for numbers");
    }

    private static String output(Question question) {
        return question.problem().objectives().get(0).output();
    }

    String output() {
        return output(question);
    }

    /** The rows of everything tried. */
    List<double[]> taken() {
        List<double[]> taken = new ArrayList<>(List.of(examples.rows()));
        taken.addAll(unlabelled);
        return taken;
    }

    /** What is believed of all labelled points; empty before there are two labels. */
    Optional<Committee> committee(Classifier classifier) {
        return examples.classes() < 2 ? Optional.empty() : Optional.of(classifier.fit(examples, random.at(1)));
    }

    /** What a committee says at a row, for people and programs: see {@link ActiveLearning}. */
    Values said(Opinion opinion) {
        Values said = Values.of(output(), new Text(labels.get(opinion.label())));
        for (int c = 0; c < labels.size(); c++) {
            said = said.with(
                    output() + " = " + labels.get(c), new Quantity(opinion.mean()[c], Unit.ONE, opinion.spread()[c]));
        }
        return said;
    }
}
