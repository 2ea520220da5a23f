/** Runs sequences of steps on the devices of the lab. */
@NullMarked
package org.busbar.orchestrator;

import org.jspecify.annotations.NullMarked;
