/** People as devices; see the README of the plug-in. */
@NullMarked
package org.busbar.drivers.person;

import org.jspecify.annotations.NullMarked;
