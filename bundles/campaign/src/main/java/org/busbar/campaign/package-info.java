/** Closes the loop: an optimizer suggests, the broker asks, the results come back as observations. */
@NullMarked
package org.busbar.campaign;

import org.jspecify.annotations.NullMarked;
