/** Bayesian optimisation with a random forest as the model. */
@NullMarked
package org.busbar.optimizers.forest;

import org.jspecify.annotations.NullMarked;
