/** Driver and simulator of New Era syringe pumps. */
@NullMarked
package org.busbar.drivers.newerapump;

import org.jspecify.annotations.NullMarked;
