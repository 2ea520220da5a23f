/** A process of its own that loads a server over HTTP and says how quickly it answered. */
@NullMarked
package org.busbar.distribution.bench.load;

import org.jspecify.annotations.NullMarked;
