/** Samples and consumables: what there is, where it is, and what an action does to it. */
@NullMarked
@Export
@Version("1.0.0")
package org.busbar.api.inventory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
