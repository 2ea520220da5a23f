/** Kramers-Kronig test and distribution of relaxation times of impedance spectra. */
@NullMarked
package org.busbar.analyses.drt;

import org.jspecify.annotations.NullMarked;
