/** Active learning of class labels: asks for the label it is least sure of. */
@NullMarked
package org.busbar.optimizers.classify;

import org.jspecify.annotations.NullMarked;
