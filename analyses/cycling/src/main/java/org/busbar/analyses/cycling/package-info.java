/** Features of battery cycling: capacity, efficiency, state of health, dQ/dV and resistance. */
@NullMarked
package org.busbar.analyses.cycling;

import org.jspecify.annotations.NullMarked;
