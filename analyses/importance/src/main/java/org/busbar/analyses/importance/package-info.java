/** Which inputs of a table matter, by regression and by forests, and how far a model of the table may be trusted. */
@NullMarked
package org.busbar.analyses.importance;

import org.jspecify.annotations.NullMarked;
