/** Compares optimizers side by side: engines, runs, verdicts. Started by {@code distribution/bench/run optimizers}. */
@NullMarked
package org.busbar.distribution.bench.optimizers;

import org.jspecify.annotations.NullMarked;
