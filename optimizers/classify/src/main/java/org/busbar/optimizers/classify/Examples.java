package org.busbar.optimizers.classify;

import java.util.Arrays;

/**
 * What a classifier learns from. The arrays are not changed by anybody.
 *
 * @param rows encoded points, each number about 0 to 1
 * @param labels of each row, from 0 to below {@code classes}
 * @param classes how many labels there are, at least 1
 */
record Examples(double[][] rows, int[] labels, int classes) {

    int size() {
        return rows.length;
    }

    int width() {
        return rows[0].length;
    }

    /** These and one more. */
    Examples with(double[] row, int label) {
        double[][] more = Arrays.copyOf(rows, size() + 1);
        int[] labelled = Arrays.copyOf(labels, size() + 1);
        more[size()] = row;
        labelled[size()] = label;
        return new Examples(more, labelled, classes);
    }

    /** The examples at these places. */
    Examples at(int[] places) {
        return new Examples(
                Arrays.stream(places).mapToObj(i -> rows[i]).toArray(double[][]::new),
                Arrays.stream(places).map(i -> labels[i]).toArray(),
                classes);
    }
}
