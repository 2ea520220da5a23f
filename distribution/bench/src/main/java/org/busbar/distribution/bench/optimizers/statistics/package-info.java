/** Tests of paired differences and ranks. */
@NullMarked
package org.busbar.distribution.bench.optimizers.statistics;

import org.jspecify.annotations.NullMarked;
