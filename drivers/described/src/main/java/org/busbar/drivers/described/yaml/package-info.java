/** A YAML file in which everything knows where it stands. */
@NullMarked
package org.busbar.drivers.described.yaml;

import org.jspecify.annotations.NullMarked;
