/** Simulated conductivity cell; see the README of the plug-in for its physical world. */
@NullMarked
package org.busbar.drivers.simconductivitycell;

import org.jspecify.annotations.NullMarked;
