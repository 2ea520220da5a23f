/** The store of raw files of a lab. */
@NullMarked
package org.busbar.artifacts;

import org.jspecify.annotations.NullMarked;
