/** Byte and line streams to instruments: one URI names one link. */
@NullMarked
@Export
@Version("1.0.0")
package org.busbar.api.link;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
