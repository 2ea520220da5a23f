package org.busbar.charts;

import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Layer;
import tools.jackson.databind.node.ObjectNode;

/** A map in shades of grey in a vega-lite specification. */
final class VegaCells {

    private VegaCells() {}

    static void write(ObjectNode unit, Layer.Cells cells, VegaAxes axes) {
        rows(new VegaRows(unit), cells, axes.domains());
        ObjectNode encoding = unit.putObject("encoding");
        axes.x(encoding, "left");
        encoding.putObject("x2").put("field", "right");
        axes.y(encoding, "bottom");
        encoding.putObject("y2").put("field", "top");
        colour(encoding.putObject("color"), cells);
    }

    private static void rows(VegaRows rows, Layer.Cells cells, Domains domains) {
        Axis across = domains.x().axis();
        Axis up = domains.y().axis();
        double[] x = Columns.on(across, cells.x());
        double[] y = Columns.on(up, cells.y());
        double wide = CellGrid.width(across, x) / 2;
        double high = CellGrid.width(up, y) / 2;
        for (int i = 0; i < x.length; i++) {
            double value = cells.values().value(i);
            if (Double.isFinite(value) && !Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                rows.row()
                        .put("left", CellGrid.moved(across, x[i], -wide))
                        .put("right", CellGrid.moved(across, x[i], wide))
                        .put("bottom", CellGrid.moved(up, y[i], -high))
                        .put("top", CellGrid.moved(up, y[i], high))
                        .put("value", value);
            }
        }
    }

    private static void colour(ObjectNode channel, Layer.Cells cells) {
        Domain domain = Greys.of(cells.values()).domain();
        channel.put("field", "value").put("type", "quantitative");
        ObjectNode scale = channel.putObject("scale");
        scale.putArray("domain").add(domain.low()).add(domain.high());
        scale.putArray("range").add("#f4f4f4").add("#202020");
        scale.put("nice", false).put("zero", false);
        String measure = Titles.measure(cells.values().unit(), 0);
        channel.putObject("legend")
                .put("orient", "right")
                .put("format", ".4~g")
                .put("title", measure.isEmpty() ? cells.label() : cells.label() + " / " + measure);
    }
}
