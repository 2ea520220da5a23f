/** Driver and simulator of Galil motion controllers. */
@NullMarked
package org.busbar.drivers.galil;

import org.jspecify.annotations.NullMarked;
