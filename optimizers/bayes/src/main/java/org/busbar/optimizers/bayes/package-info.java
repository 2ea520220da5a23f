/** Bayesian optimisation: what to try next, from what any surrogate expects and any acquisition makes of it. */
@NullMarked
package org.busbar.optimizers.bayes;

import org.jspecify.annotations.NullMarked;
