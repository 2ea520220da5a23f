/** The platform as the studies ask it: optimizers and surrogates. */
@NullMarked
package org.busbar.distribution.bench.studies.product;

import org.jspecify.annotations.NullMarked;
