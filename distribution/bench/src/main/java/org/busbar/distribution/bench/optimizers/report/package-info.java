/** Summaries of runs as text and as a page. */
@NullMarked
package org.busbar.distribution.bench.optimizers.report;

import org.jspecify.annotations.NullMarked;
