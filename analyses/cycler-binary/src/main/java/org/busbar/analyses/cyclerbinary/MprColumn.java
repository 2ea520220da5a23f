package org.busbar.analyses.cyclerbinary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The columns of .mpr files by their numbers, as far as their width is known for certain. */
final class MprColumn {

    static final int TIME = 4;
    static final int CYCLE = 24;
    static final int SEQUENCE = 131;
    /** In order of preference: Ewe, then its mean. */
    static final List<Integer> VOLTAGES = List.of(6, 77, 174);
    /** In order of preference, mA: I, then its mean. */
    static final List<Integer> CURRENTS = List.of(8, 76, 11);
    /** Charge since the row before, mA.h. */
    static final List<Integer> CHARGES = List.of(7, 23);

    /** Bits of one byte, which comes with the first of them. */
    private static final List<Integer> FLAGS = List.of(1, 2, 3, 21, 31, 65);

    private static final List<Integer> TWO_BYTES = List.of(39, 131);
    private static final List<Integer> FOUR_BYTES = List.of(
            5, 6, 8, 9, 16, 17, 19, 20, 26, 27, 32, 33, 34, 35, 36, 37, 38, 69, 70, 75, 76, 77, 78, 96, 98, 99, 100,
            101, 163, 168, 169, 172, 173, 174, 178, 179, 212, 213, 434, 435, 468, 469);
    private static final List<Integer> EIGHT_BYTES =
            List.of(4, 7, 11, 13, 23, 24, 74, 123, 124, 125, 126, 182, 211, 467);

    private MprColumn() {}

    /** Where each column begins in a row, and under -1 how long a row is. */
    static Map<Integer, Integer> places(int[] columns) {
        requireKnown(columns);
        Map<Integer, Integer> places = new LinkedHashMap<>();
        int next = 0;
        boolean flags = false;
        for (int column : columns) {
            boolean again = flags && FLAGS.contains(column);
            places.put(column, next);
            next += again ? 0 : width(column);
            flags |= FLAGS.contains(column);
        }
        places.put(-1, next);
        return places;
    }

    private static void requireKnown(int[] columns) {
        List<Integer> unknown = IntStream.of(columns)
                .filter(column -> width(column) == 0)
                .boxed()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("it has columns of the numbers " + unknown
                    + ", whose width is not known; export it with EC-Lab as text (.mpt) and give it to cycler-file");
        }
    }

    /** Bytes; 0 if it is not known. */
    private static int width(int column) {
        if (FLAGS.contains(column)) {
            return 1;
        }
        if (TWO_BYTES.contains(column)) {
            return 2;
        }
        if (FOUR_BYTES.contains(column)) {
            return 4;
        }
        return EIGHT_BYTES.contains(column) ? 8 : 0;
    }

    static boolean isDouble(int column) {
        return EIGHT_BYTES.contains(column);
    }
}
