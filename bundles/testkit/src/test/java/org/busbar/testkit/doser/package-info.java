/** A small driver that passes the kit, and drivers that fail it in one way each. */
@NullMarked
package org.busbar.testkit.doser;

import org.jspecify.annotations.NullMarked;
