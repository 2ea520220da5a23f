/** Potentiostats that run MethodSCRIPT, by PalmSens. */
@NullMarked
package org.busbar.drivers.methodscript;

import org.jspecify.annotations.NullMarked;
