/** The driver that the benchmarks drop. */
@NullMarked
package org.busbar.distribution.bench.driver;

import org.jspecify.annotations.NullMarked;
