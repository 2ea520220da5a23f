/** The {@code busbar} command: a client of the HTTP api that can also start and stop the server. */
@NullMarked
package org.busbar.shell;

import org.jspecify.annotations.NullMarked;
