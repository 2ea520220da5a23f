/** Random search, the baseline of every comparison. */
@NullMarked
package org.busbar.optimizers.random;

import org.jspecify.annotations.NullMarked;
