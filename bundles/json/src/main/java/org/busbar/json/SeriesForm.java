package org.busbar.json;

import org.busbar.api.Series;
import org.busbar.api.Unit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** How the members of a series are written into its JSON object and read from it. */
interface SeriesForm {

    void write(Series series, JsonGenerator out);

    /** @throws IllegalArgumentException if the object is no series of this form */
    Series read(JsonNode node, Unit unit);
}
