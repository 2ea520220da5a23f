package org.busbar.analyses.cyclerbinary;

import java.util.Arrays;

/**
 * The steps of a .ndax in order.
 *
 * @param first the sample with which each begins, from 0
 * @param cycle of each, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // local to one call, never compared
record NdaxSteps(int[] first, long[] cycle) {

    private static final int FIRST_AT = 33;

    /**
     * The steps in that file.
     *
     * @throws IllegalArgumentException if there are none, or they are not in order from the first sample on
     */
    static NdaxSteps of(NdcFile file, NdcLayout layout) {
        int[] items = file.items(layout.step());
        int[] first = new int[items.length];
        long[] cycle = new long[items.length];
        for (int k = 0; k < items.length; k++) {
            first[k] = file.data().integer(items[k] + FIRST_AT) - 1;
            cycle[k] = file.data().integer(items[k]) + 1L;
            if (k == 0 ? first[k] != 0 : first[k] <= first[k - 1]) {
                throw new IllegalArgumentException(file.name() + " in it is damaged: step " + (k + 1)
                        + " begins with sample " + (first[k] + 1) + " (byte " + (items[k] + FIRST_AT)
                        + "), which is out of order; export the file again");
            }
        }
        if (items.length == 0) {
            throw new IllegalArgumentException(file.name() + " in it holds no step; export the file again");
        }
        return new NdaxSteps(first, cycle);
    }

    /** The step of a sample, from 0. */
    int of(int sample) {
        int found = Arrays.binarySearch(first, sample);
        return found >= 0 ? found : -found - 2;
    }

    /** The sample with which the step of {@code sample} begins. */
    int begin(int sample) {
        return first[of(sample)];
    }
}
