/** Voltammetry and chrono methods: peaks, diffusion coefficients, transition times, Tafel slopes. */
@NullMarked
package org.busbar.analyses.voltammetry;

import org.jspecify.annotations.NullMarked;
