/** Gaussian processes: kernels, priors, fits, predictions, classification and several tasks. */
@NullMarked
package org.busbar.optimizers.bayes.gp;

import org.jspecify.annotations.NullMarked;
