package org.busbar.distribution.bench.studies.history;

import java.util.Comparator;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.busbar.distribution.bench.studies.product.Policies;
import org.busbar.distribution.bench.studies.product.Policy;
import org.busbar.optimizers.designs.Designs;

/**
 * Varies one factor after the other around the best so far, by the optimizer {@code designs}: five levels, then more, and
 * what is left at random.
 */
final class OneFactorAtATime implements Policy {

    static final int LEVELS = 5;

    private static final int MOST_LEVELS = 33;

    @Override
    public List<Values> next(Question question) throws InterruptedException {
        Values centre = best(question.observed());
        for (int levels = LEVELS; levels <= MOST_LEVELS; levels = 2 * levels - 1) {
            List<Values> points = around(centre, levels).next(question);
            if (!points.isEmpty()) {
                return points;
            }
        }
        return Policies.random().next(question);
    }

    /** A design around a point. */
    static Policy around(Values centre, int levels) {
        String words = "share = " + centre.quantity("share") + ", salt = " + centre.quantity("salt");
        return Policies.of(
                new Designs(),
                Values.of("design", new Text("one-factor-at-a-time"))
                        .with("order", new Text("standard"))
                        .with("levels", new Quantity(levels, Unit.ONE, Double.NaN))
                        .with("centre", new Text(words)));
    }

    private static Values best(List<Observation> observed) {
        return observed.stream()
                .max(Comparator.comparingDouble(
                        each -> each.outputs().quantity("conductivity").value()))
                .orElseThrow()
                .point();
    }
}
