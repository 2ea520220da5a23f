/** The problems of the comparison: pools of measured rows, test functions, mixtures, and their first points. */
@NullMarked
package org.busbar.distribution.bench.optimizers.problems;

import org.jspecify.annotations.NullMarked;
