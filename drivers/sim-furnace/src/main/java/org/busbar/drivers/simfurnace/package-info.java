/** A simulated sinter furnace with heat, a controller and pellets that shrink. */
@NullMarked
package org.busbar.drivers.simfurnace;

import org.jspecify.annotations.NullMarked;
