/** The driver that is exchanged again and again. */
@org.jspecify.annotations.NullMarked
package org.busbar.distribution.bench.tally;
