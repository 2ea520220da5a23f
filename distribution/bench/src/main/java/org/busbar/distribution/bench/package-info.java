/** What the platform costs in time, memory and bytes. Run by {@code distribution/bench/run}. */
@NullMarked
package org.busbar.distribution.bench;

import org.jspecify.annotations.NullMarked;
