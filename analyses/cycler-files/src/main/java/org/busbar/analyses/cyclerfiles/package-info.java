/** Reads text files of battery cyclers into one common form. */
@NullMarked
package org.busbar.analyses.cyclerfiles;

import org.jspecify.annotations.NullMarked;
