/** Studies on measured conductivities of electrolytes. */
@NullMarked
package org.busbar.distribution.bench.studies.electrolyte;

import org.jspecify.annotations.NullMarked;
