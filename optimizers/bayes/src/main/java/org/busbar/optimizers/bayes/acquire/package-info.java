/** Acquisitions: how much the next trial would be worth, from what models expect. */
@NullMarked
package org.busbar.optimizers.bayes.acquire;

import org.jspecify.annotations.NullMarked;
