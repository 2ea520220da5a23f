/** The study of small and old data. */
@NullMarked
package org.busbar.distribution.bench.studies.history;

import org.jspecify.annotations.NullMarked;
