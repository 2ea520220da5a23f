/** Contract of data analyses. */
@NullMarked
@Export
@Version("1.1.0")
package org.busbar.api.analysis;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
