/** The FINALES2 interface, and that of FINALES before it, on top of this lab's broker. */
@NullMarked
package org.busbar.finales;

import org.jspecify.annotations.NullMarked;
