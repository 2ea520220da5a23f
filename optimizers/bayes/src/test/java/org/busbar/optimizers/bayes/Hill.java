package org.busbar.optimizers.bayes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;

/** A hill over a square that is to be climbed. */
final class Hill {

    static final Objective MORE = new Objective("k", Objective.Goal.MAXIMIZE);
    static final Space SQUARE = Space.of(Parameter.real("x", "1", 0, 1), Parameter.real("y", "1", 0, 1));
    static final Problem PROBLEM = new Problem(SQUARE, List.of(MORE));

    static Values at(double x, double y) {
        return Values.of("x", Quantity.of(x, "1")).with("y", Quantity.of(y, "1"));
    }

    static Values k(double value) {
        return Values.of("k", Quantity.of(value, "mS/cm"));
    }

    /** The best is 5 at (0.7, 0.3). */
    static double hill(Values point) {
        double x = point.quantity("x").value() - 0.7;
        double y = point.quantity("y").value() - 0.3;
        return 5 - 4 * x * x - 6 * y * y;
    }

    static List<Observation> some(int count, Function<Values, Observation> measure) {
        return IntStream.range(0, count)
                .mapToObj(i -> at(i * 0.382 % 1, i * 0.271 % 1))
                .map(measure)
                .toList();
    }

    static Suggestion next(Problem problem, List<Observation> observed, Values settings) throws InterruptedException {
        return new BayesianSearch()
                .suggest(new Question(problem, observed, List.of(), 1, 5, settings, List.of()), Own.PARTS)
                .get(0);
    }

    private Hill() {}
}
