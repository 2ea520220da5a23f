/** Everything that happens in a lab, as immutable records in one journal. */
@NullMarked
@Export
@Version("2.0.0")
package org.busbar.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
