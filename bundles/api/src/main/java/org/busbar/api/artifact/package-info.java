/** Raw files and large arrays, kept by what they hold. */
@NullMarked
@Export
@Version("1.0.0")
package org.busbar.api.artifact;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
