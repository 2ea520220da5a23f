/** Equivalent circuits of impedance spectra: fit, choice, and fits of a circuit that the lab has fixed. */
@NullMarked
package org.busbar.analyses.eis;

import org.jspecify.annotations.NullMarked;
