/** The founding studies of the field, each one command. Started by {@code distribution/bench/run studies}. */
@NullMarked
package org.busbar.distribution.bench.studies;

import org.jspecify.annotations.NullMarked;
