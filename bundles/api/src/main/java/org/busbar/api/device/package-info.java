/** Contract of device drivers. */
@NullMarked
@Export
@Version("1.2.0")
package org.busbar.api.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
