/** Fits an equivalent circuit to a spectrum and says how well it is determined. */
@NullMarked
package org.busbar.analyses.eis.fit;

import org.jspecify.annotations.NullMarked;
