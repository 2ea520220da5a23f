/** The lab as the folder it is started on: its sequences, campaign plans and plug-ins. */
@NullMarked
@Export
@Version("2.0.0")
package org.busbar.api.lab;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
