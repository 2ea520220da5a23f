/** Runs as lines of JSON: written, read strictly, merged. */
@NullMarked
package org.busbar.distribution.bench.optimizers.records;

import org.jspecify.annotations.NullMarked;
