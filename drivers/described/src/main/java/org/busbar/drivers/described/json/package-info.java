/** Values in JSON texts. */
@NullMarked
package org.busbar.drivers.described.json;

import org.jspecify.annotations.NullMarked;
