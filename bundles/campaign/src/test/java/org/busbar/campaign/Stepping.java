package org.busbar.campaign;

import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;

/** Tries the lower limit of x, then goes on by a stride; expects k = x, and takes the surrogate gp. */
final class Stepping implements Optimizer {

    volatile double offset;
    volatile String trouble = "";

    @Override
    public List<Suggestion> suggest(Question question, Parts parts) {
        if (!trouble.isEmpty()) {
            throw new IllegalArgumentException(trouble);
        }
        parts.surrogate("gp");
        int number = question.observed().size() + question.pending().size();
        Parameter.Real x =
                (Parameter.Real) question.problem().space().parameters().get(0);
        Values point = Values.of("x", Quantity.of(x.min() + number * stride(question.settings()) + offset, "1"));
        return List.of(new Suggestion(point, expected(point), 0.5, "the next step", Map.of("stride", "1")));
    }

    private static double stride(Values settings) {
        return settings.has("stride") ? settings.quantity("stride").value() : 1;
    }

    private static Values expected(Values point) {
        return Values.of("k", Quantity.of(point.quantity("x").value(), 1, "mS/cm"));
    }

    @Override
    public void check(Problem problem, Values settings, Parts parts) {
        stride(settings);
        Parameter.Real x = (Parameter.Real) problem.space().parameters().get(0);
        if (x.max() < 1) {
            throw new IllegalArgumentException("there is no room for a step");
        }
    }

    @Override
    public List<Values> expect(Question question, List<Values> points, Parts parts) {
        return points.stream().map(Stepping::expected).toList();
    }

    @Override
    public Insight explain(Question question, Parts parts) {
        return Insight.none(question.observed().size() + " observed");
    }
}
