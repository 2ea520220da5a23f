package org.busbar.analyses.importance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * A division of rows into parts of about equal number.
 *
 * @param of the fold of each row, from 0
 */
record Folds(int[] of, int count) {

    /** Groups whose names have several parts are ordered part by part, by numbers where both are numbers. */
    static final Comparator<String> BY_PARTS = (one, other) -> {
        String[] a = one.split(", ", -1);
        String[] b = other.split(", ", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int compared = compare(a[i], b[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return one.compareTo(other);
    };

    /** Row i is in fold i modulo count. */
    static Folds inTurn(int rows, int count) {
        return new Folds(IntStream.range(0, rows).map(i -> i % count).toArray(), count);
    }

    /** Rows in a random order, then in turn. */
    static Folds drawn(int rows, int count, long seed) {
        int[] order = Keyed.of(seed, 1).permutation(rows);
        int[] of = new int[rows];
        for (int place = 0; place < rows; place++) {
            of[order[place]] = place % count;
        }
        return new Folds(of, count);
    }

    /** Each group once, in the order of its numbers and words. */
    static List<String> ordered(List<String> groups) {
        return groups.stream().distinct().sorted(BY_PARTS).toList();
    }

    /** Groups in the order of their numbers and words, in turn; rows of one group stay together. */
    static Folds ofGroups(List<String> groups, int count) {
        int distinct = ordered(groups).size();
        return ofGroups(groups, inTurn(distinct, count));
    }

    /** Groups in a random order, in turn. */
    static Folds ofDrawnGroups(List<String> groups, int count, long seed) {
        int distinct = ordered(groups).size();
        return ofGroups(groups, drawn(distinct, count, seed));
    }

    private static Folds ofGroups(List<String> groups, Folds ofOrdered) {
        Map<String, Integer> folds = new HashMap<>();
        for (String group : ordered(groups)) {
            folds.put(group, ofOrdered.of[folds.size()]);
        }
        return new Folds(groups.stream().mapToInt(folds::get).toArray(), ofOrdered.count);
    }

    private static int compare(String a, String b) {
        return number(a) && number(b) ? Double.compare(Double.parseDouble(a), Double.parseDouble(b)) : a.compareTo(b);
    }

    private static boolean number(String text) {
        return text.matches("-?[0-9]+\\.[0-9]+(E-?[0-9]+)?");
    }

    /** The rows of one fold. */
    int[] in(int fold) {
        return IntStream.range(0, of.length).filter(i -> of[i] == fold).toArray();
    }

    /** The rows of all other folds. */
    int[] without(int fold) {
        return IntStream.range(0, of.length).filter(i -> of[i] != fold).toArray();
    }

    @Override
    public String toString() {
        return count + " folds of "
                + Arrays.toString(
                        IntStream.range(0, count).map(f -> in(f).length).toArray());
    }
}
