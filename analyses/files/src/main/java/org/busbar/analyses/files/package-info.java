/** Reading of files of instruments: streams with a limit, text tables of any make, and the common form of cycling data. */
@NullMarked
package org.busbar.analyses.files;

import org.jspecify.annotations.NullMarked;
