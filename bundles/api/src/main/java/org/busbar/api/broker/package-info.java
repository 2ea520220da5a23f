/** Requests for measurements, who offers to answer them, and the results. */
@NullMarked
@Export
@Version("2.0.0")
package org.busbar.api.broker;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
