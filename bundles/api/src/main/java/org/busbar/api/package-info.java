/** The vocabulary every plug-in shares: values with units and uncertainty, parameters, capabilities. */
@NullMarked
@Export
@Version("1.1.0")
package org.busbar.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
