package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/** Chooses few rows to stand for many: the best quarter of the places for the best rows, the others drawn. */
final class Subset {

    private Subset() {}

    /** The data itself if it has no more rows than {@code size}; else {@code size} rows in the order of the data. */
    static Data of(Data data, int size, Keyed keyed) {
        if (data.size() <= size) {
            return data;
        }
        int[] ranked = ranked(data);
        int best = size / 4;
        int[] order = keyed.permutation(data.size() - best);
        int[] taken = Arrays.copyOf(ranked, size);
        for (int i = best; i < size; i++) {
            taken[i] = ranked[best + order[i - best]];
        }
        Arrays.sort(taken);
        return data.take(taken);
    }

    private static int[] ranked(Data data) {
        return IntStream.range(0, data.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -data.value(i)))
                .mapToInt(i -> i)
                .toArray();
    }
}
