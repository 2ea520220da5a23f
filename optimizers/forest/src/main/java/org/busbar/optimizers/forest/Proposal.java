package org.busbar.optimizers.forest;

import java.util.function.Supplier;
import org.busbar.api.Values;

/** A point that may be suggested: encoded, and as it is suggested. */
record Proposal(double[] row, Supplier<Values> point) {}
