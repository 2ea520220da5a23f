/** Instruments with a REST interface. */
@NullMarked
package org.busbar.drivers.http;

import org.jspecify.annotations.NullMarked;
