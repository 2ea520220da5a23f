/** A simulated scanning droplet cell: its motions take the time of a real one, and what it measures is a test function. */
@NullMarked
package org.busbar.drivers.simdropletcell;

import org.jspecify.annotations.NullMarked;
