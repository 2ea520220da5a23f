/** YAML files, read with places of their faults; embedded in the bundles that need it. */
@NullMarked
package org.busbar.json.yaml;

import org.jspecify.annotations.NullMarked;
