/** Pictures of numbers as data: what is shown on which axes; how it looks is the business of those who draw. */
@NullMarked
@Export
@Version("1.0.0")
package org.busbar.api.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
