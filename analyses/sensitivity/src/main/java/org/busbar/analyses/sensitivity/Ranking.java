package org.busbar.analyses.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inputs by falling importance.
 *
 * @param order the inputs, the most important first
 */
record Ranking(Estimates importance, List<Integer> order) {

    static Ranking of(Estimates importance) {
        return new Ranking(
                importance,
                IntStream.range(0, importance.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -importance.values()[i]))
                        .toList());
    }

    /** Names joined by {@code >} where the intervals of neighbours are apart, by {@code ~} where they overlap. */
    String text(List<String> names) {
        List<String> words = new ArrayList<>();
        for (int rank = 0; rank < order.size(); rank++) {
            if (rank > 0) {
                words.add(apart(order.get(rank - 1), order.get(rank)) ? ">" : "~");
            }
            words.add(names.get(order.get(rank)));
        }
        return String.join(" ", words);
    }

    private boolean apart(int more, int less) {
        return importance.low()[more] > importance.high()[less];
    }
}
