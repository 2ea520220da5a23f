/** Closed loops: what a campaign is, and what became of each of its trials. */
@NullMarked
@Export
@Version("2.0.0")
package org.busbar.api.campaign;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
