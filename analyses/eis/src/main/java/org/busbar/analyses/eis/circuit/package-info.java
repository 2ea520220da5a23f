/** Equivalent circuits: how they are written, their impedance and its derivatives. */
@NullMarked
package org.busbar.analyses.eis.circuit;

import org.jspecify.annotations.NullMarked;
