package org.busbar.charts;

import org.busbar.api.chart.Axis;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The encodings of both axes in a vega-lite specification. */
record VegaAxes(Domains domains) {

    private static final double LENGTH = 480;

    /** Across, from that field. */
    void x(ObjectNode encoding, String field) {
        quantitative(encoding.putObject("x"), domains.x(), field, AxisPainter.X_SPACING);
    }

    /** Up, from that field: a number, or a name where the axis is one of names. */
    void y(ObjectNode encoding, String field) {
        ObjectNode y = encoding.putObject("y");
        if (domains.y().axis().scale() == Axis.Scale.NAMES) {
            names(y, field);
        } else {
            quantitative(y, domains.y(), field, AxisPainter.Y_SPACING);
        }
    }

    private static void quantitative(ObjectNode channel, Domain domain, String field, double spacing) {
        channel.put("field", field).put("type", "quantitative").put("title", Titles.of(domain.axis()));
        ObjectNode scale = channel.putObject("scale");
        scale.put("type", domain.axis().scale() == Axis.Scale.LOGARITHMIC ? "log" : "linear");
        scale.putArray("domain").add(domain.low()).add(domain.high());
        scale.put("nice", false);
        if (domain.axis().scale() != Axis.Scale.LOGARITHMIC) {
            scale.put("zero", false);
        }
        ObjectNode ticks = channel.putObject("axis").put("format", ".9~g").put("labelOverlap", true);
        ArrayNode values = ticks.putArray("values");
        AxisPainter.ticks(domain, LENGTH, spacing).ticks().forEach(tick -> values.add(tick.value()));
    }

    private void names(ObjectNode channel, String field) {
        channel.put("field", field).put("type", "nominal");
        channel.put("title", Titles.of(domains.y().axis()));
        channel.putNull("sort");
        ArrayNode names = channel.putObject("scale").putArray("domain");
        domains.names().forEach(names::add);
        channel.putObject("axis").put("labelLimit", 240);
    }
}
