/** Drawings with axes, units and legends, as SVG. */
@NullMarked
package org.busbar.distribution.bench.studies.figure;

import org.jspecify.annotations.NullMarked;
