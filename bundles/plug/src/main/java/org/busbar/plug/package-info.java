/** How the platform finds plug-ins and knows who they are; embedded in the bundles that look plug-ins up. */
@NullMarked
package org.busbar.plug;

import org.jspecify.annotations.NullMarked;
