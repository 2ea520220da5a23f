package org.busbar.charts;

/**
 * From the smallest to the largest of some numbers.
 *
 * @param low positive infinity if there are none
 * @param high negative infinity if there are none
 */
record Extent(double low, double high) {

    static final Extent NONE = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** With these numbers, too; NaN does not count. */
    Extent with(double... numbers) {
        double least = low;
        double most = high;
        for (double number : numbers) {
            least = number < least ? number : least;
            most = number > most ? number : most;
        }
        return new Extent(least, most);
    }

    Extent and(Extent other) {
        return with(other.low == Double.POSITIVE_INFINITY ? Double.NaN : other.low)
                .with(other.high == Double.NEGATIVE_INFINITY ? Double.NaN : other.high);
    }

    boolean isEmpty() {
        return !(low <= high);
    }
}
