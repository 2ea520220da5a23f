/** What is wrong with a sequence, found before it runs; embedded in the bundles that need it. */
@NullMarked
package org.busbar.check;

import org.jspecify.annotations.NullMarked;
