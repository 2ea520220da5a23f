/** Makes the actions of a device from a description of its instrument. */
@NullMarked
package org.busbar.drivers.described;

import org.jspecify.annotations.NullMarked;
