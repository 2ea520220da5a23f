/** Ensembles of polynomials that speak only within the range of their data. */
@NullMarked
package org.busbar.optimizers.polynomial;

import org.jspecify.annotations.NullMarked;
