/** Instruments in software, served to other processes. */
@NullMarked
package org.busbar.links.serve;

import org.jspecify.annotations.NullMarked;
