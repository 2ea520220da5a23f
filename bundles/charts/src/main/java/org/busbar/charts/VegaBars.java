package org.busbar.charts;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Layer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lying bars with their intervals in a vega-lite specification; layers of bars share the height of a row. */
record VegaBars(VegaAxes axes, VegaLooks looks) {

    void write(ArrayNode out, Layer.Bars bars, int index) {
        ObjectNode bar = VegaLayers.unit(out, "bar");
        double[] values = Columns.on(axes.domains().x().axis(), bars.values());
        double[] zero = new double[values.length];
        Arrays.fill(zero, beginning(0));
        spans(bar, bars, zero, values);
        looks.writeTo(bar, index);
        if (bars.low().size() > 0) {
            ObjectNode whisker = VegaLayers.unit(out, "rule");
            ((ObjectNode) whisker.get("mark")).put("strokeWidth", 2);
            double[] low = Columns.on(axes.domains().x().axis(), bars.low());
            double[] high = Columns.on(axes.domains().x().axis(), bars.high());
            for (int i = 0; i < low.length; i++) {
                low[i] = Double.isNaN(bars.low().value(i)) ? Double.NaN : beginning(low[i]);
            }
            spans(whisker, bars, low, high);
        }
    }

    /** What a logarithmic axis cannot show begins at its end. */
    private double beginning(double number) {
        Axis axis = axes.domains().x().axis();
        double shown = Columns.shown(axis, number);
        return Double.isNaN(shown) ? axes.domains().x().low() : shown;
    }

    private void spans(ObjectNode unit, Layer.Bars bars, double[] from, double[] to) {
        VegaRows rows = new VegaRows(unit);
        for (int i = 0; i < from.length; i++) {
            if (!Double.isNaN(from[i]) && !Double.isNaN(to[i])) {
                rows.row()
                        .put("name", bars.names().get(i))
                        .put("from", from[i])
                        .put("to", to[i])
                        .put("layer", bars.label());
            }
        }
        ObjectNode encoding = unit.putObject("encoding");
        axes.x(encoding, "from");
        encoding.putObject("x2").put("field", "to");
        axes.y(encoding, "name");
        beside(encoding, looks.labels());
    }

    private static void beside(ObjectNode encoding, List<String> labels) {
        ObjectNode offset = encoding.putObject("yOffset").put("field", "layer").put("type", "nominal");
        ArrayNode domain = offset.putObject("scale").putArray("domain");
        (labels.isEmpty() ? List.of("") : labels).forEach(domain::add);
    }
}
