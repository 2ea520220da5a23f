/** Simulated electrolyte formulator; see the README of the plug-in for its physical world. */
@NullMarked
package org.busbar.drivers.simformulator;

import org.jspecify.annotations.NullMarked;
