/** Who asks the lab for something, and what they may do. */
@NullMarked
@Export
@Version("1.0.0")
package org.busbar.api.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
