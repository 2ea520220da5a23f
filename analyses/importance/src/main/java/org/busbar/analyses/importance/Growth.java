package org.busbar.analyses.importance;

import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;

/**
 * How a forest is grown.
 *
 * @param leaf the fewest samples in a leaf, counted as often as they were drawn
 * @param share of the columns that each split may use, above 0
 */
record Growth(int trees, int leaf, double share, long seed) {

    static final Parameter.Whole TREES = Parameter.whole("trees", 50, 2000);
    static final Parameter.Whole LEAF = Parameter.whole("leaf", 1, 1000);
    static final Parameter.Real SHARE = Parameter.real("share", "1", 0.01, 1);

    /** The default of each of these inputs. */
    static final Values DEFAULTS = Values.of(TREES.name(), Quantity.of(200, "1"))
            .with(LEAF.name(), Quantity.of(3, "1"))
            .with(SHARE.name(), Quantity.of(5 / 6.0, "1"));

    static Growth of(Values all) {
        return new Growth((int) all.get(TREES), (int) all.get(LEAF), all.get(SHARE), all.get(Question.SEED));
    }

    /** How many of some columns each split may use. */
    int columns(int width) {
        return (int) Math.max(1, Math.round(share * width));
    }
}
