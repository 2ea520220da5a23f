/** Mapping of results to BattINFO, the battery ontology of the EMMO family, as JSON-LD. */
@NullMarked
package org.busbar.ontology.battinfo;

import org.jspecify.annotations.NullMarked;
