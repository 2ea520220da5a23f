/** Reads text files of impedance spectra into one common form. */
@NullMarked
package org.busbar.analyses.impedancefiles;

import org.jspecify.annotations.NullMarked;
