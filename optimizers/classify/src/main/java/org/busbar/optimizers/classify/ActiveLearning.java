package org.busbar.optimizers.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.osgi.service.component.annotations.Component;

/**
 * Learns which label each point of a pool has, with as few labels measured as it can: asks for the one it is least sure of.
 * The output of the objective is a {@link org.busbar.api.Text}; whether it is to be minimised or maximised does not matter.
 *
 * <p>What is expected at a point has the most probable label under the name of the output, such as {@code phase}, and for
 * each label seen its probability, a quantity of unit 1 with one standard deviation among the members of the committee,
 * under the names {@code phase = olivine}, {@code phase = spinel} and so on. These add up to 1.
 *
 * <p>B. Settles, Active Learning Literature Survey, University of Wisconsin-Madison, Computer Sciences TR 1648 (2009).
 */
@Component
@LabId("classify")
public final class ActiveLearning implements Optimizer {

    @Override
    public List<Parameter> settings() {
        return Choices.ALL;
    }

    @Override
    public void check(Problem problem, Values settings, Parts parts) {
        Choices.of(settings);
        Study.check(problem);
    }

    /** {@inheritDoc} Where no candidates are listed, it chooses among points drawn from the space. */
    @Override
    public List<Suggestion> suggest(Question question, Parts parts) throws InterruptedException {
        Learner learner = new Learner(Study.of(question), Choices.of(question.settings()));
        List<Suggestion> suggested = new ArrayList<>();
        while (suggested.size() < question.count()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Learning labels was told to stop");
            }
            Optional<Suggestion> next = learner.next();
            if (next.isEmpty()) {
                return suggested;
            }
            suggested.add(next.get());
        }
        return suggested;
    }

    /** {@inheritDoc} The names are those in the description of this class. Empty before two labels were seen. */
    @Override
    public List<Values> expect(Question question, List<Values> points, Parts parts) {
        Study study = Study.of(question);
        return study.committee(Choices.of(question.settings()).classifier())
                .map(committee -> points.stream()
                        .map(point -> study.said(committee.at(study.space().encode(point))))
                        .toList())
                .orElse(List.of());
    }

    /** Which labels were seen, and how many of them are found when they are held out. */
    @Override
    public Insight explain(Question question, Parts parts) {
        Study study = Study.of(question);
        Classifier classifier = Choices.of(question.settings()).classifier();
        if (study.examples().classes() < 2) {
            return Insight.none("no two labels were seen yet: " + study.labels());
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (String label : study.labels()) {
            facts.put("points labelled " + label, Long.toString(count(study, label)));
        }
        double accuracy =
                HeldOut.accuracy(study.examples(), classifier, study.random().at(4));
        facts.put("share of held-out labels found", Double.toString(accuracy));
        String remark =
                Math.round(100 * accuracy) + " % of the labels are found if a fifth of the points is held out at a"
                        + " time. The points asked for are the hardest ones, so elsewhere it tends to be more.";
        return new Insight(List.of(), List.of(), Optional.empty(), Optional.empty(), remark, facts);
    }

    private static long count(Study study, String label) {
        int wanted = study.labels().indexOf(label);
        return Arrays.stream(study.examples().labels())
                .filter(given -> given == wanted)
                .count();
    }
}
