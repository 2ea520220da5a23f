/** Solid diffusion coefficients from interrupted currents: GITT and ICI. */
@NullMarked
package org.busbar.analyses.gitt;

import org.jspecify.annotations.NullMarked;
