/**
 * The numerics of the optimizers: bounded minimisation, factors of matrices, keyed random numbers, the normal law, Sobol
 * points.
 *
 * <p>Everything here gives the same doubles for the same input on every machine: one thread, {@link StrictMath} for
 * elementary functions, no clock, and all chance from {@link org.busbar.optimizers.search.numeric.Keyed}. Vectors are
 * {@code double[]}, matrices are arrays of rows. Nothing blocks, and nothing looks at the thread's interrupt flag.
 */
@NullMarked
package org.busbar.optimizers.search.numeric;

import org.jspecify.annotations.NullMarked;
