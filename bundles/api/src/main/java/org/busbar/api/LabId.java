package org.busbar.api;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Service property {@code lab.id}: the name by which sequences, campaigns and people refer to a plug-in. */
@ComponentPropertyType
public @interface LabId {
    String value();
}
