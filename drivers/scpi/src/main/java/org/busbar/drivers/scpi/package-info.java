/** Instruments that speak lines of text, above all SCPI. */
@NullMarked
package org.busbar.drivers.scpi;

import org.jspecify.annotations.NullMarked;
