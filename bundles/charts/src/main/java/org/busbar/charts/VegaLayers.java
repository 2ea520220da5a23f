package org.busbar.charts;

import java.util.List;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The layers of a chart as those of a vega-lite specification; one of ours may need several of theirs. */
final class VegaLayers {

    private final List<Layer> layers;
    private final VegaAxes axes;
    private final VegaLooks looks;

    VegaLayers(Chart chart, Domains domains) {
        layers = chart.layers();
        axes = new VegaAxes(domains);
        looks = new VegaLooks(chart.layers());
    }

    void writeTo(ArrayNode out) {
        for (int i = 0; i < layers.size(); i++) {
            write(out, i);
        }
        looks.writeLegend(out);
        if (layers.isEmpty()) {
            ObjectNode nothing = unit(out, "point");
            new VegaRows(nothing);
            axes.x(nothing.putObject("encoding"), "x");
            axes.y((ObjectNode) nothing.get("encoding"), "y");
        }
    }

    private void write(ArrayNode out, int index) {
        Layer layer = layers.get(index);
        if (layer instanceof Layer.Line line) {
            line(unit(out, "line"), line, index);
        } else if (layer instanceof Layer.Points points) {
            new VegaPoints(axes, looks).write(out, points, index);
        } else if (layer instanceof Layer.Band band) {
            band(unit(out, "area"), band, index);
        } else if (layer instanceof Layer.Bars bars) {
            new VegaBars(axes, looks).write(out, bars, index);
        } else if (layer instanceof Layer.Cells cells) {
            VegaCells.write(unit(out, "rect"), cells, axes);
        } else {
            rule(unit(out, "rule"), (Layer.Rule) layer, index);
        }
    }

    /** A layer of that mark, with what all have. */
    static ObjectNode unit(ArrayNode out, String mark) {
        ObjectNode unit = out.addObject();
        unit.putObject("mark").put("type", mark).put("clip", true).put("tooltip", true);
        return unit;
    }

    private void line(ObjectNode unit, Layer.Line line, int index) {
        double[] x = Columns.on(axes.domains().x().axis(), line.x());
        double[] y = Columns.on(axes.domains().y().axis(), line.y());
        VegaRows rows = new VegaRows(unit);
        for (int i = 0; i < x.length; i++) {
            ObjectNode row = rows.row().put("i", i);
            VegaRows.put(row, "x", x[i]);
            VegaRows.put(row, "y", Double.isNaN(x[i]) ? x[i] : y[i]);
        }
        ObjectNode encoding = unit.putObject("encoding");
        axes.x(encoding, "x");
        axes.y(encoding, "y");
        encoding.putObject("order").put("field", "i").put("type", "quantitative");
        looks.writeTo(unit, index);
    }

    private void band(ObjectNode unit, Layer.Band band, int index) {
        double[] x = Columns.on(axes.domains().x().axis(), band.x());
        double[] low = Columns.on(axes.domains().y().axis(), band.low());
        double[] high = Columns.on(axes.domains().y().axis(), band.high());
        VegaRows rows = new VegaRows(unit);
        for (int i = 0; i < x.length; i++) {
            boolean gap = Double.isNaN(x[i] + low[i] + high[i]);
            ObjectNode row = rows.row();
            VegaRows.put(row, "x", x[i]);
            VegaRows.put(row, "low", gap ? Double.NaN : low[i]);
            VegaRows.put(row, "high", gap ? Double.NaN : high[i]);
        }
        ObjectNode encoding = unit.putObject("encoding");
        axes.x(encoding, "x");
        axes.y(encoding, "low");
        encoding.putObject("y2").put("field", "high");
        looks.writeTo(unit, index);
        ((ObjectNode) unit.get("mark")).put("opacity", 0.7).put("strokeWidth", 0.5);
    }

    private void rule(ObjectNode unit, Layer.Rule rule, int index) {
        Domain across = rule.level() ? axes.domains().y() : axes.domains().x();
        VegaRows.put(new VegaRows(unit).row(), "at", Columns.on(across.axis(), rule.at(), rule.unit()));
        ObjectNode encoding = unit.putObject("encoding");
        if (rule.level()) {
            axes.y(encoding, "at");
        } else {
            axes.x(encoding, "at");
        }
        looks.writeTo(unit, index);
    }
}
