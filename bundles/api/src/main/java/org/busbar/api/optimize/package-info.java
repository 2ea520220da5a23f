/** Contract of optimizers: what is asked of them and what they answer. */
@NullMarked
@Export
@Version("2.0.0")
package org.busbar.api.optimize;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
