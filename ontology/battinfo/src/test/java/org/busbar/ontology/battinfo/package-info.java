@NullMarked
package org.busbar.ontology.battinfo;

import org.jspecify.annotations.NullMarked;
