/** Virtual experiments on the sintering of a solid electrolyte. */
@NullMarked
package org.busbar.distribution.bench.studies.latp;

import org.jspecify.annotations.NullMarked;
