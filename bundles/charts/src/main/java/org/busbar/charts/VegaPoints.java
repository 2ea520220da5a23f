package org.busbar.charts;

import org.busbar.api.chart.Layer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Points with error bars and names in a vega-lite specification. */
record VegaPoints(VegaAxes axes, VegaLooks looks) {

    void write(ArrayNode out, Layer.Points points, int index) {
        if (points.error().size() > 0) {
            errors(VegaLayers.unit(out, "rule"), points, index);
        }
        ObjectNode marks = VegaLayers.unit(out, "point");
        ((ObjectNode) marks.get("mark")).put("size", 45).put("opacity", 1);
        placed(marks, points);
        looks.writeTo(marks, index);
        if (!points.names().isEmpty()) {
            ObjectNode names = VegaLayers.unit(out, "text");
            ((ObjectNode) names.get("mark")).put("align", "left").put("dx", 6);
            placed(names, points).putObject("text").put("field", "name").put("type", "nominal");
        }
    }

    private ObjectNode placed(ObjectNode unit, Layer.Points points) {
        double[] x = Columns.on(axes.domains().x().axis(), points.x());
        double[] y = Columns.on(axes.domains().y().axis(), points.y());
        VegaRows rows = new VegaRows(unit);
        for (int i = 0; i < x.length; i++) {
            ObjectNode row = rows.row();
            VegaRows.put(row, "x", x[i]);
            VegaRows.put(row, "y", y[i]);
            if (!points.names().isEmpty()) {
                row.put("name", points.names().get(i));
            }
        }
        ObjectNode encoding = unit.putObject("encoding");
        axes.x(encoding, "x");
        axes.y(encoding, "y");
        return encoding;
    }

    private void errors(ObjectNode unit, Layer.Points points, int index) {
        double[] x = Columns.on(axes.domains().x().axis(), points.x());
        double[] y = Columns.on(axes.domains().y().axis(), points.y());
        double[] error = Columns.differences(axes.domains().y().axis(), points.error());
        VegaRows rows = new VegaRows(unit);
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i] + y[i]) && error[i] > 0) {
                double low = Columns.shown(axes.domains().y().axis(), y[i] - error[i]);
                ObjectNode row = rows.row();
                VegaRows.put(row, "x", x[i]);
                VegaRows.put(row, "low", Double.isNaN(low) ? axes.domains().y().low() : low);
                VegaRows.put(row, "high", y[i] + error[i]);
            }
        }
        ObjectNode encoding = unit.putObject("encoding");
        axes.x(encoding, "x");
        axes.y(encoding, "low");
        encoding.putObject("y2").put("field", "high");
        encoding.putObject("stroke").put("value", looks.look(index).colour());
    }
}
