/** The study of extrapolation. */
@NullMarked
package org.busbar.distribution.bench.studies.schwefel;

import org.jspecify.annotations.NullMarked;
