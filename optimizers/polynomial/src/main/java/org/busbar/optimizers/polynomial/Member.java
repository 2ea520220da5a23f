package org.busbar.optimizers.polynomial;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * One polynomial of an ensemble, which speaks only within the range of the places it was taught.
 *
 * @param taught for each place whether it was
 */
record Member(Ridge ridge, Range range, boolean[] taught) {

    /** Nearly a third is held out, as in the study. */
    private static final double SHARE = 0.7;

    /** A member taught some of the places, drawn without repetition. */
    static Member drawn(Places places, double[][] basis, Terms terms, boolean hull, Keyed keyed) {
        int[] order = keyed.permutation(places.size());
        boolean[] taught = new boolean[places.size()];
        for (int i = 0; i < Math.ceil(SHARE * order.length); i++) {
            taught[order[i]] = true;
        }
        double[][] rows = some(places.rows(), taught);
        Range range = Range.around(rows, hull);
        return new Member(Ridge.best(terms, some(basis, taught), some(places.means(), taught)), range, taught);
    }

    /** This member, taught one place more, or told that what it gave has changed. */
    Member taught(Places places, double[][] basis, int place, boolean hull) {
        boolean[] more = Arrays.copyOf(taught, places.size());
        more[place] = true;
        double[][] rows = some(places.rows(), more);
        Range wider = Range.around(rows, hull);
        return new Member(ridge.again(some(basis, more), some(places.means(), more)), wider, more);
    }

    private static double[][] some(double[][] rows, boolean[] chosen) {
        return IntStream.range(0, chosen.length)
                .filter(i -> chosen[i])
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
    }

    private static double[] some(double[] values, boolean[] chosen) {
        return IntStream.range(0, chosen.length)
                .filter(i -> chosen[i])
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
