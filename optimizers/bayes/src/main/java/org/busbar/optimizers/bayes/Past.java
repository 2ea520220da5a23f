package org.busbar.optimizers.bayes;

import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.search.space.EncodedSpace;

/** What is known of one similar problem, encoded in the space of this one. */
record Past(String name, List<Objective> objectives, List<Observation> observed, EncodedSpace space) {

    private static final int FEWEST = 3; // fewer have neither mean nor deviation

    static List<Past> of(Question question, EncodedSpace space) {
        return question.history().stream()
                .map(history -> of(history, question, space))
                .toList();
    }

    private static Past of(History history, Question question, EncodedSpace space) {
        return new Past(history.name(), question.problem().objectives(), history.observed(), space);
    }

    /** What it says about an objective; empty if that is too little, or the output is no objective. */
    Optional<Training.Source> source(String output) {
        List<Observation> given = observed.stream()
                .filter(one -> one.outputs().names().contains(output) && Outcomes.isGiven(output, one))
                .toList();
        return objectives.stream()
                .filter(objective -> objective.output().equals(output) && given.size() >= FEWEST)
                .findFirst()
                .map(objective -> source(objective, given));
    }

    private Training.Source source(Objective objective, List<Observation> given) {
        List<double[]> rows =
                given.stream().map(one -> space.encode(one.point())).toList();
        List<int[]> groups = Replicates.of(rows);
        Outcomes outcomes =
                Outcomes.of(objective.output(), objective.goal().sign(), given).merged(groups);
        Scaling scaling = Scaling.of(outcomes, Transform.STANDARD);
        return new Training.Source(
                name,
                groups.stream().map(group -> rows.get(group[0])).toArray(double[][]::new),
                scaling.forth(outcomes.values()),
                scaling.variances());
    }
}
