/** Conductivity of an electrolyte from the impedance spectrum of a cell with blocking electrodes. */
@NullMarked
package org.busbar.analyses.conductivity;

import org.jspecify.annotations.NullMarked;
