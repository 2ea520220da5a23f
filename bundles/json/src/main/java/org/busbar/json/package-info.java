/** Busbar's records as JSON and back; embedded in the bundles that need it. */
@NullMarked
package org.busbar.json;

import org.jspecify.annotations.NullMarked;
