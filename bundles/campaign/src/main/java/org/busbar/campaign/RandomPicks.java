package org.busbar.campaign;

/** What random search needs on a table, exact over all orders of its rows. */
final class RandomPicks {

    private RandomPicks() {}

    /** Expected tries until the first of {@code good} rows out of {@code rows} is picked: (rows + 1) / (good + 1). */
    static double expectedTries(int rows, int good) {
        return (rows + 1.0) / (good + 1.0);
    }

    /**
     * The expected best after 1, 2, 3 ... picks without replacement.
     *
     * @param sorted the worth of each row, best first
     */
    static double[] expectedBest(double[] sorted) {
        int rows = sorted.length;
        double[] expected = new double[rows];
        for (int picks = 1; picks <= rows; picks++) {
            // probability that the row at this place is the best of the picks: C(rows-1-i, picks-1) / C(rows, picks)
            double probability = (double) picks / rows;
            for (int i = 0; i < rows && probability > 0; i++) {
                expected[picks - 1] += probability * sorted[i];
                int left = rows - 1 - i;
                probability = left == 0 ? 0 : probability * (left - picks + 1) / left;
            }
        }
        return expected;
    }
}
