package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.optimizers.search.space.EncodedSpace;

/**
 * All that a question says, encoded; more is better throughout. Replicates are one row.
 *
 * @param points that gave every objective, as they were tried
 * @param rows the same, encoded
 * @param objectives what they gave
 * @param limited what the outputs were that have a limit, one for each limit
 * @param feasible for each row, whether it kept all limits
 * @param failed points that gave no value, or none that is a finite number
 * @param awaited points whose value is still to come
 * @param sequence the first objective of all trials that gave it, oldest first
 */
record Knowledge(
        EncodedSpace space,
        List<Values> points,
        double[][] rows,
        List<Outcomes> objectives,
        List<Outcomes> limited,
        boolean[] feasible,
        List<double[]> failed,
        List<double[]> awaited,
        double[] sequence) {

    static Knowledge of(Question question, EncodedSpace space) {
        Problem problem = question.problem();
        List<Observation> done = question.observed().stream()
                .filter(observation -> isMeasured(observation, problem))
                .toList();
        List<double[]> failed = question.observed().stream()
                .filter(observation -> !isMeasured(observation, problem))
                .map(observation -> space.encode(observation.point()))
                .toList();
        List<double[]> rows = encoded(done, space);
        List<int[]> groups = Replicates.of(rows);
        List<Outcomes> single = problem.objectives().stream()
                .map(objective ->
                        Outcomes.of(objective.output(), objective.goal().sign(), done))
                .toList();
        List<Outcomes> limited = problem.limits().stream()
                .map(limit ->
                        Outcomes.of(limit.output(), limit.bound().sign(), done).merged(groups))
                .toList();
        return new Knowledge(
                space,
                groups.stream().map(group -> done.get(group[0]).point()).toList(),
                groups.stream().map(group -> rows.get(group[0])).toArray(double[][]::new),
                single.stream().map(outcomes -> outcomes.merged(groups)).toList(),
                limited,
                feasible(limited, problem.limits(), groups.size()),
                failed,
                question.pending().stream().map(space::encode).toList(),
                single.get(0).values());
    }

    private static boolean isMeasured(Observation observation, Problem problem) {
        return !observation.isFailed()
                && problem.objectives().stream()
                        .map(Objective::output)
                        .allMatch(output -> Outcomes.isGiven(output, observation));
    }

    private static List<double[]> encoded(List<Observation> observed, EncodedSpace space) {
        return observed.stream().map(one -> space.encode(one.point())).toList();
    }

    private static boolean[] feasible(List<Outcomes> limited, List<Limit> limits, int rows) {
        boolean[] feasible = new boolean[rows];
        Arrays.fill(feasible, true);
        for (int k = 0; k < limits.size(); k++) {
            double least = least(limits.get(k), limited.get(k));
            for (int i = 0; i < rows; i++) {
                feasible[i] &= limited.get(k).values()[i] >= least;
            }
        }
        return feasible;
    }

    /** What a limit demands, on the scale of its outcomes, where more is better. */
    static double least(Limit limit, Outcomes outcomes) {
        boolean nothingKnown = outcomes.given().length == 0;
        return nothingKnown ? Double.NaN : outcomes.sign() * limit.value().in(outcomes.unit());
    }

    /** All points that need not be tried again. */
    List<double[]> taken() {
        return Stream.of(Arrays.asList(rows), failed, awaited)
                .flatMap(List::stream)
                .toList();
    }

    /** The rows as they would be at a level of fidelity. */
    double[][] rowsAt(Fidelity fidelity, Values level) {
        return Levels.moved(space, fidelity, level, rows);
    }

    boolean isAnythingFeasible() {
        for (boolean one : feasible) {
            if (one) {
                return true;
            }
        }
        return false;
    }
}
