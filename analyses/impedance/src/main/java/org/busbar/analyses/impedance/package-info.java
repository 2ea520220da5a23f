/**
 * What analyses of impedance share: a checked spectrum, the runs test of residuals and the linear Kramers-Kronig test.
 *
 * <p>Everything here is immutable and gives the same doubles for the same input. Nothing blocks, and nothing looks at
 * the thread's interrupt flag.
 */
@NullMarked
package org.busbar.analyses.impedance;

import org.jspecify.annotations.NullMarked;
