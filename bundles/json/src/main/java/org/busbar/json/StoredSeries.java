package org.busbar.json;

import org.busbar.api.Series;
import org.busbar.api.Unit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A long series as {@code {"series": "sha256:…", "size": 1000, "unit": "Hz"}}; a short one stays inline. */
final class StoredSeries implements SeriesForm {

    private static final String SCHEME = "sha256:";

    private final SeriesStore store;
    private final SeriesForm inline = new InlineSeries();

    StoredSeries(SeriesStore store) {
        this.store = store;
    }

    @Override
    public void write(Series series, JsonGenerator out) {
        if (series.size() <= SeriesStore.LONGEST_INLINE) {
            inline.write(series, out);
            return;
        }
        out.writeStringProperty("series", SCHEME + store.keep(series.values()));
        out.writeNumberProperty("size", series.size());
        out.writeStringProperty("unit", series.unit().ucum());
    }

    @Override
    public Series read(JsonNode node, Unit unit) {
        String name = node.path("series").stringValue("");
        if (!name.startsWith(SCHEME)) {
            return inline.read(node, unit);
        }
        ValueJson.only(node, "series", "size", "unit");
        double[] numbers = store.read(name.substring(SCHEME.length()));
        int size = node.path("size").intValue(-1);
        if (numbers.length != size) {
            throw new IllegalArgumentException(
                    "The series " + name + " has " + numbers.length + " numbers and should have " + size);
        }
        return new Series(numbers, unit);
    }
}
