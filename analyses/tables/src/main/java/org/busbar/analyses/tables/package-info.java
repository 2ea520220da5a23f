/** Tables of numbers with units and of words, read from CSV, and the columns chosen from them. */
@NullMarked
package org.busbar.analyses.tables;

import org.jspecify.annotations.NullMarked;
