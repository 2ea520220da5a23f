/** Charts as vega-lite specifications and as SVG pictures; embedded in the bundles that need it. */
@NullMarked
package org.busbar.charts;

import org.jspecify.annotations.NullMarked;
