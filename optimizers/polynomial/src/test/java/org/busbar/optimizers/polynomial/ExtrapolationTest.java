package org.busbar.optimizers.polynomial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Learns from the middle values of the Schwefel function, and is asked for the extreme ones. */
class ExtrapolationTest {

    @Test
    void errs_or_abstains_beyond_the_values_it_has_seen(TestReporter reporter) throws Exception {
        Samples all = Samples.of(Samples.drawn(400, 2, 5), ExtrapolationTest::schwefel);
        List<Double> sorted = all.values().stream().sorted().toList();
        double low = sorted.get(all.size() * 15 / 100);
        double high = sorted.get(all.size() * 85 / 100);
        Samples middle = between(all, low, high);
        Samples learnt = new Samples(
                middle.rows().subList(0, middle.size() / 2), middle.values().subList(0, middle.size() / 2));
        Samples later = new Samples(
                middle.rows().subList(middle.size() / 2, middle.size()),
                middle.values().subList(middle.size() / 2, middle.size()));
        PolynomialModel model = learnt.fitted(Values.none(), "x", "y");
        Held inside = new Held().and(model, learnt, later);
        Held below = new Held().and(model, learnt, between(all, Double.NEGATIVE_INFINITY, Math.nextDown(low)));
        Held above = new Held().and(model, learnt, between(all, Math.nextUp(high), Double.POSITIVE_INFINITY));
        reporter.publishEntry("within the 15th to 85th percentile", inside.toString());
        reporter.publishEntry("below", below.toString());
        reporter.publishEntry("above", above.toString());
        assertTrue(inside.covered() >= 0.85, inside.toString());
        for (Held tail : List.of(below, above)) {
            assertTrue(tail.error() > 1.5 * inside.error() && tail.covered() < inside.covered(), tail.toString());
        }
    }

    private static Samples between(Samples all, double low, double high) {
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.values().get(i) >= low && all.values().get(i) <= high) {
                rows.add(all.rows().get(i));
                values.add(all.values().get(i));
            }
        }
        return new Samples(rows, values);
    }

    /** H.-P. Schwefel, Numerical Optimization of Computer Models (1981), on [-500, 500] squared. */
    private static double schwefel(double[] row) {
        double sum = 0;
        for (double share : row) {
            double x = 1000 * share - 500;
            sum += 418.9829 - x * StrictMath.sin(Math.sqrt(Math.abs(x)));
        }
        return sum;
    }
}
