/** A stand-in model of the growth of the solid-electrolyte interphase on a graphite electrode. */
@NullMarked
package org.busbar.analyses.seigrowth;

import org.jspecify.annotations.NullMarked;
