/** Files named by what they hold; embedded in the bundles that keep or read them. */
@NullMarked
package org.busbar.blobs;

import org.jspecify.annotations.NullMarked;
