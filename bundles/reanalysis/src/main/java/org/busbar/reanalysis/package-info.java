/** Past raw data, analysed again with the analyses of today. */
@NullMarked
package org.busbar.reanalysis;

import org.jspecify.annotations.NullMarked;
