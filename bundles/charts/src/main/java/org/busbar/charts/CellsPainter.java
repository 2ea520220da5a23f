package org.busbar.charts;

import java.util.Locale;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Layer;

/** Fills the cells of a map with shades of grey, and writes the numbers into those that are large enough. */
final class CellsPainter {

    private static final double WIDE = 40;
    private static final double HIGH = 18;

    private CellsPainter() {}

    /** Draws a map, with its numbers if nothing else is to be seen on it. */
    static void paint(Markup out, Frame frame, Layer.Cells cells, boolean alone) {
        Axis across = frame.domains().x().axis();
        Axis up = frame.domains().y().axis();
        double[] x = Columns.on(across, cells.x());
        double[] y = Columns.on(up, cells.y());
        double[] half = {CellGrid.width(across, x) / 2, CellGrid.width(up, y) / 2};
        Greys greys = Greys.of(cells.values());
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                double left = frame.x(CellGrid.moved(across, x[i], -half[0]));
                double right = frame.x(CellGrid.moved(across, x[i], half[0]));
                double bottom = frame.y(CellGrid.moved(up, y[i], -half[1]));
                double top = frame.y(CellGrid.moved(up, y[i], half[1]));
                cell(
                        out,
                        new double[] {left, top, right, bottom},
                        greys,
                        cells.values().value(i),
                        alone);
            }
        }
    }

    private static void cell(Markup out, double[] box, Greys greys, double value, boolean written) {
        if (!Double.isFinite(value)) {
            return;
        }
        double width = box[2] - box[0];
        double height = box[3] - box[1];
        String fill = greys.fill(value);
        out.leaf("rect", "x", box[0], "y", box[1], "width", width, "height", height, "fill", fill, "stroke", fill);
        if (written && width >= WIDE && height >= HIGH) {
            out.text(
                    number(value),
                    "text",
                    "x",
                    (box[0] + box[2]) / 2,
                    "y",
                    (box[1] + box[3]) / 2 + 4,
                    "text-anchor",
                    "middle",
                    "fill",
                    greys.dark(value) ? "#fff" : "#000");
        }
    }

    private static String number(double value) {
        double size = Math.abs(value);
        boolean plain = value == 0 || size >= 0.01 && size < 1000;
        return String.format(Locale.ROOT, plain ? "%.2f" : "%.1e", value).replace('-', '\u2212');
    }
}
