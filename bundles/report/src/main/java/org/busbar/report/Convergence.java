package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Trial;
import org.jspecify.annotations.Nullable;

/**
 * How the best value of the first objective got better, trial by trial.
 *
 * @param trials the number of the last trial, or of trials wanted while the campaign goes on
 * @param points every measurement
 * @param best the best so far at every measurement
 * @param failed numbers of the trials that gave nothing
 * @param drawn the best that random search is expected to find on this problem after 1, 2, 3 ... trials, judged by the
 *     trials that were drawn at random; empty if there are too few
 * @param random the best that random search is expected to find in the table of the study; empty without a study
 * @param replay the mean best of the studied optimizer after as many trials; empty without a study
 * @param studied the optimizer of the study; empty without one
 */
record Convergence(
        String output,
        String unit,
        int trials,
        List<Point> points,
        List<Best> best,
        List<Integer> failed,
        List<Swapped> swaps,
        List<Double> drawn,
        List<Double> random,
        List<Double> replay,
        String studied) {

    /** One measurement; {@code uncertainty} is one standard deviation, null if it is not known. */
    record Point(int trial, String optimizer, double value, @Nullable Double uncertainty) {}

    /** The best value up to and with a trial. */
    record Best(int trial, double value) {}

    static Convergence of(History history, Optional<Study> study) {
        Standing standing = history.standing();
        Measured measured = Measured.of(standing);
        List<Point> points = points(standing, measured);
        int trials = trials(standing);
        return new Convergence(
                measured.objective().output(),
                Numbers.symbol(measured.unit()),
                trials,
                points,
                best(points, measured),
                failed(standing),
                history.swaps(),
                RandomExpectation.of(points, measured.objective().goal(), trials),
                study.map(Study::randomBest).orElse(List.of()),
                study.map(Study::optimizerBest).orElse(List.of()),
                study.map(Study::optimizer).orElse(""));
    }

    private static int trials(Standing standing) {
        int wanted = standing.state().isFinal() ? 0 : standing.campaign().trials();
        return standing.trials().stream().mapToInt(Trial::number).reduce(wanted, Math::max);
    }

    private static List<Point> points(Standing standing, Measured measured) {
        List<Point> points = new ArrayList<>();
        for (Trial trial : standing.trials()) {
            Quantity value = measured.byTrial().get(trial.number());
            if (value != null) {
                points.add(new Point(trial.number(), trial.suggestedBy().id(), value.value(), known(value)));
            }
        }
        return points;
    }

    private static @Nullable Double known(Quantity value) {
        return Double.isFinite(value.uncertainty()) ? Double.valueOf(value.uncertainty()) : null;
    }

    private static List<Best> best(List<Point> points, Measured measured) {
        List<Best> best = new ArrayList<>();
        for (Point point : points) {
            double before =
                    best.isEmpty() ? point.value() : best.get(best.size() - 1).value();
            best.add(new Best(point.trial(), measured.better(before, point.value())));
        }
        return best;
    }

    private static List<Integer> failed(Standing standing) {
        return standing.trials().stream()
                .filter(trial -> trial.state() == Trial.State.FAILED || trial.state() == Trial.State.ABANDONED)
                .map(Trial::number)
                .toList();
    }
}
