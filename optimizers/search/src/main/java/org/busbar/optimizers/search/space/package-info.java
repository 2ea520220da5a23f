/**
 * Search spaces as rows of numbers: encoding, feasibility, sampling, rounding to what instruments can set, and the search
 * for the point of the highest worth.
 *
 * <p>Everything here gives the same doubles for the same input on every machine; all chance comes from
 * {@link org.busbar.optimizers.search.numeric.Keyed}. What is made from a space never changes and is safe for use by many
 * threads. Nothing blocks, and nothing looks at the thread's interrupt flag.
 */
@NullMarked
package org.busbar.optimizers.search.space;

import org.jspecify.annotations.NullMarked;
