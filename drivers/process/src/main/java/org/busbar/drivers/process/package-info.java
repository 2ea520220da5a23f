/** Programs that are run once for each action. */
@NullMarked
package org.busbar.drivers.process;

import org.jspecify.annotations.NullMarked;
