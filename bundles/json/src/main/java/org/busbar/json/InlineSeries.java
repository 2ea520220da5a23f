package org.busbar.json;

import org.busbar.api.Series;
import org.busbar.api.Unit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A series as {@code {"series": [1, 2], "unit": "Hz"}}; a missing number is null. */
final class InlineSeries implements SeriesForm {

    @Override
    public void write(Series series, JsonGenerator out) {
        out.writeArrayPropertyStart("series");
        for (int i = 0; i < series.size(); i++) {
            Numbers.write(series.value(i), out);
        }
        out.writeEndArray();
        out.writeStringProperty("unit", series.unit().ucum());
    }

    @Override
    public Series read(JsonNode node, Unit unit) {
        JsonNode array = node.path("series");
        if (!array.isArray()) {
            throw new IllegalArgumentException("'series' must be an array of numbers, not " + array);
        }
        ValueJson.only(node, "series", "unit");
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Numbers.read(array.get(i));
        }
        return new Series(numbers, unit);
    }
}
