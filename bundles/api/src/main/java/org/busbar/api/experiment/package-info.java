/** Sequences of steps, their runs, and what came of each step. */
@NullMarked
@Export
@Version("2.0.0")
package org.busbar.api.experiment;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
