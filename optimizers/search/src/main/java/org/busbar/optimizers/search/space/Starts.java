package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Chooses from which rows to climb: the best one, the best one of each combination of options where these are few, and
 * others with a probability in proportion to the exponential of the standardised worth, without repetition.
 */
final class Starts {

    private static final double FEW = 10;

    private final EncodedSpace space;

    Starts(EncodedSpace space) {
        this.space = space;
    }

    List<Finds.Find> choose(List<Finds.Find> finds, int count, Keyed keyed) {
        Set<Finds.Find> chosen = new LinkedHashSet<>();
        Finds.best(finds).ifPresent(chosen::add);
        if (areFew()) {
            chosen.addAll(bestOfEach(finds));
        }
        for (Finds.Find find : drawn(finds, keyed)) {
            if (chosen.size() >= count) {
                break;
            }
            chosen.add(find);
        }
        return List.copyOf(chosen);
    }

    private boolean areFew() {
        double combinations = options().stream()
                .mapToDouble(i -> space.region().domain(i).levels())
                .reduce(1, (a, b) -> a * b);
        return combinations > 1 && combinations <= FEW;
    }

    private List<Integer> options() {
        return IntStream.range(0, space.axes().size())
                .filter(space.region()::isOption)
                .boxed()
                .toList();
    }

    private List<Finds.Find> bestOfEach(List<Finds.Find> finds) {
        List<Integer> options = options();
        Map<List<Double>, Finds.Find> best = new LinkedHashMap<>();
        for (Finds.Find find : finds) {
            double[] coordinates = space.axes().coordinates(find.row());
            List<Double> combination = options.stream().map(i -> coordinates[i]).toList();
            best.merge(combination, find, (a, b) -> b.worth() > a.worth() ? b : a);
        }
        return List.copyOf(best.values());
    }

    /** All of them, ordered by the standardised worth plus a number of the Gumbel law, which draws as promised. */
    private static List<Finds.Find> drawn(List<Finds.Find> finds, Keyed keyed) {
        double[] finite = finds.stream()
                .mapToDouble(Finds.Find::worth)
                .filter(Double::isFinite)
                .toArray();
        double mean = 0;
        for (double worth : finite) {
            mean += worth / finite.length;
        }
        double squares = 0;
        for (double worth : finite) {
            squares += (worth - mean) * (worth - mean) / finite.length;
        }
        double deviation = squares > 0 && Double.isFinite(squares) ? Math.sqrt(squares) : 1;
        Map<Finds.Find, Double> keys = new LinkedHashMap<>();
        for (Finds.Find find : finds) {
            keys.put(find, (find.worth() - mean) / deviation - StrictMath.log(keyed.exponential()));
        }
        List<Finds.Find> drawn = new ArrayList<>(keys.keySet());
        drawn.sort(Comparator.comparingDouble(find -> -keys.getOrDefault(find, Double.NEGATIVE_INFINITY)));
        return drawn;
    }
}
