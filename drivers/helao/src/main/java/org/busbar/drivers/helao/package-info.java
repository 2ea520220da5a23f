/** HELAO action servers as devices; see the README of the plug-in. */
@NullMarked
package org.busbar.drivers.helao;

import org.jspecify.annotations.NullMarked;
