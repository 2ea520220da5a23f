/** Instruments that speak Modbus; see the README of the plug-in. */
@NullMarked
package org.busbar.drivers.modbus;

import org.jspecify.annotations.NullMarked;
