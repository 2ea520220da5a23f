/** The lines to instruments: opened by URI, shared, connected again when lost, and looked at through a switchboard. */
@NullMarked
package org.busbar.links;

import org.jspecify.annotations.NullMarked;
