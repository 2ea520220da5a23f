/** Designs of experiments: plans that are laid out before anything is measured. */
@NullMarked
package org.busbar.optimizers.designs;

import org.jspecify.annotations.NullMarked;
