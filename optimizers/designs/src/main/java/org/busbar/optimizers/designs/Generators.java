package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Searches for the generators of a fraction: products of the independent factors, as sets. */
final class Generators {

    /** Sets tried before the best one so far is taken; enough to try all up to about ten factors. */
    private static final int BUDGET = 20_000;

    private final int independent;
    private final int wanted;
    private final int resolution;
    private final int[] products;
    private List<Integer> best = List.of();
    private int[] fewest = {};
    private int tried;

    Generators(int independent, int wanted, int resolution) {
        this.independent = independent;
        this.wanted = wanted;
        this.resolution = resolution;
        this.products = IntStream.range(1, 1 << independent)
                .filter(set -> Integer.bitCount(set) >= resolution - 1)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Fraction::name))
                .mapToInt(set -> set)
                .toArray();
    }

    /** The generators whose words are the longest; empty if there are none of that resolution. */
    List<Integer> best() {
        extend(new ArrayList<>(), new int[] {0}, 0);
        return best;
    }

    private void extend(List<Integer> chosen, int[] words, int from) {
        if (chosen.size() == wanted) {
            keep(chosen, words);
            return;
        }
        for (int i = from; i < products.length && tried < BUDGET; i++) {
            tried++;
            int word = products[i] | 1 << (independent + chosen.size());
            int[] more = Arrays.stream(words).map(w -> w ^ word).toArray();
            if (Arrays.stream(more).allMatch(w -> Integer.bitCount(w) >= resolution)) {
                chosen.add(products[i]);
                extend(
                        chosen,
                        IntStream.concat(Arrays.stream(words), Arrays.stream(more))
                                .toArray(),
                        i + 1);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private void keep(List<Integer> chosen, int[] words) {
        int[] lengths = new int[independent + wanted + 1];
        Arrays.stream(words).filter(word -> word != 0).forEach(word -> lengths[Integer.bitCount(word)]++);
        if (best.isEmpty() || Arrays.compare(lengths, fewest) < 0) {
            best = List.copyOf(chosen);
            fewest = lengths;
        }
    }
}
