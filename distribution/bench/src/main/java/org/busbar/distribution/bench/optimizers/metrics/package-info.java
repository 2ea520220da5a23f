/** What a run is worth: regret, hypervolume, share of the best rows, and what chance alone would reach. */
@NullMarked
package org.busbar.distribution.bench.optimizers.metrics;

import org.jspecify.annotations.NullMarked;
