package org.busbar.analyses.cyclerbinary;

import java.util.Set;

/** What one count of a current is, by the range of the instrument as .nda states it. */
final class CurrentRange {

    private static final Set<Integer> KNOWN = Set.of(
            -200000, -100000, -60000, -50000, -40000, -30000, -20000, -12000, -10000, -6000, -5000, -3000, -2000, -1000,
            -500, -100, -50, -25, -20, -10, -5, -2, -1, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 6000, 10000,
            12000, 20000, 30000, 40000, 50000, 60000, 100000, 200000);

    private CurrentRange() {}

    /**
     * mA for each count.
     *
     * @param record where the record begins, for the message
     * @throws IllegalArgumentException if the range is not known
     */
    static double milliampere(int range, int record) {
        if (!KNOWN.contains(range)) {
            throw new IllegalArgumentException("the record at byte " + record + " has the range " + range
                    + " of current at byte " + (record + 78) + ", which is not known; export the file with BTSDA as CSV"
                    + " and give it to cycler-file");
        }
        return range > 0 ? count(range) : count(-range) / 10;
    }

    private static double count(int range) {
        if (range < 10) {
            return 1e-4;
        }
        if (range < 100) {
            return 1e-3;
        }
        return range < 1000 ? 1e-2 : 1e-1;
    }
}
