package org.busbar.optimizers.classify;

import org.busbar.optimizers.search.numeric.Keyed;

/** Learns labels. Pure: the same examples and random numbers give the same committee. */
@FunctionalInterface
interface Classifier {

    Committee fit(Examples examples, Keyed random);
}
