package org.busbar.optimizers.classify;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Labels of the neighbours, each weighted by exp(-d²/2h²), and one more neighbour of no weight worth speaking of that has
 * all labels alike; so far from all examples every label is as probable. Members differ in how far h they look, as shares
 * of the diagonal of the space.
 */
final class Neighbours implements Classifier {

    private static final double[] REACHES = {0.03, 0.05, 0.08, 0.12};
    private static final double UNKNOWN = 0.1;

    @Override
    public Committee fit(Examples examples, Keyed random) {
        double diagonal = Math.sqrt(examples.width());
        return Committee.of(Arrays.stream(REACHES)
                .mapToObj(reach -> member(examples, reach * diagonal))
                .toList());
    }

    private static Committee.Member member(Examples examples, double reach) {
        return row -> {
            double[] weights = new double[examples.classes()];
            Arrays.fill(weights, UNKNOWN / examples.classes());
            double sum = UNKNOWN;
            for (int i = 0; i < examples.size(); i++) {
                double weight = StrictMath.exp(-squared(row, examples.rows()[i]) / (2 * reach * reach));
                weights[examples.labels()[i]] += weight;
                sum += weight;
            }
            double whole = sum;
            return Arrays.stream(weights).map(weight -> weight / whole).toArray();
        };
    }

    static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
