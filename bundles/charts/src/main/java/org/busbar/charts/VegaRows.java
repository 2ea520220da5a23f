package org.busbar.charts;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The numbers of a layer, inline, one object for each row; NaN is null. */
final class VegaRows {

    private final ArrayNode values;

    /** Rows for that unit specification. */
    VegaRows(ObjectNode unit) {
        values = unit.putObject("data").putArray("values");
    }

    /** One more row. */
    ObjectNode row() {
        return values.addObject();
    }

    static void put(ObjectNode row, String field, double number) {
        if (Double.isFinite(number)) {
            row.put(field, number);
        } else {
            row.putNull(field);
        }
    }
}
