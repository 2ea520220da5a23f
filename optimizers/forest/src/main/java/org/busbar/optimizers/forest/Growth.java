package org.busbar.optimizers.forest;

/**
 * How a forest is grown.
 *
 * @param leafSize the fewest samples in a leaf, counted as often as they were drawn
 * @param share of the columns that each split may use, above 0
 */
record Growth(int trees, int leafSize, double share) {

    static final int TREES = 100;

    /** As in SMAC (Hutter, Hoos, Leyton-Brown, LION 5, 507, 2011). */
    static final double SHARE = 5.0 / 6;

    static Growth usual(int leafSize) {
        return new Growth(TREES, leafSize, SHARE);
    }

    /** How many of some columns each split may use. */
    int columns(int width) {
        return (int) Math.max(1, Math.round(share * width));
    }
}
