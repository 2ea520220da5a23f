/** Query by committee: tries next where surrogates disagree most. */
@NullMarked
package org.busbar.optimizers.committee;

import org.jspecify.annotations.NullMarked;
