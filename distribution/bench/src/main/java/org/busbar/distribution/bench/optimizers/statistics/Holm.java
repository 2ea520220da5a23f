package org.busbar.distribution.bench.optimizers.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Adjusts the probabilities of several tests. After S. Holm, Scand. J. Statist. 6, 65 (1979). */
public final class Holm {

    private Holm() {}

    /** The adjusted probabilities in the order given. */
    public static double[] adjusted(double... p) {
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int place = 0; place < p.length; place++) {
            largest = Math.max(largest, Math.min(1, (p.length - place) * p[order.get(place)]));
            adjusted[order.get(place)] = largest;
        }
        return adjusted;
    }
}
