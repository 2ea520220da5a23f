/** Cycling data from the binary files of cyclers. */
@NullMarked
package org.busbar.analyses.cyclerbinary;

import org.jspecify.annotations.NullMarked;
