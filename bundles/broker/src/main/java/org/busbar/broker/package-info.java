/** Stands between those who want measurements and those who can make them. */
@NullMarked
package org.busbar.broker;

import org.jspecify.annotations.NullMarked;
