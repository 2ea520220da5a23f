/** The journal of the lab in an embedded SQLite database. */
@NullMarked
package org.busbar.journal;

import org.jspecify.annotations.NullMarked;
