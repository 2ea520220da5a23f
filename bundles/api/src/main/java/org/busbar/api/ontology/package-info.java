/** Contract of mappings from Busbar's records to published schemas. */
@NullMarked
@Export
@Version("1.0.0")
package org.busbar.api.ontology;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
