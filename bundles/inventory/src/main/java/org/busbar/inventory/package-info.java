/** Samples and stocks in memory, computed from the journal. */
@NullMarked
package org.busbar.inventory;

import org.jspecify.annotations.NullMarked;
