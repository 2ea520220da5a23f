/** Starts the platform: a lab folder goes in, a running OSGi framework that answers HTTP comes out. */
@NullMarked
package org.busbar.launcher;

import org.jspecify.annotations.NullMarked;
