package org.busbar.charts;

import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Layer;

/** Draws lying bars with their intervals; layers of bars share the height of a row. */
final class BarsPainter {

    private static final double FILLED = 0.7;

    private BarsPainter() {}

    /**
     * Draws one layer.
     *
     * @param place which of the layers of bars it is
     * @param layers how many there are
     */
    static void paint(Markup out, Frame frame, Layer.Bars bars, Look look, int place, int layers) {
        Axis axis = frame.domains().x().axis();
        double[] values = Columns.on(axis, bars.values());
        double thick = FILLED * frame.rowHeight() / layers;
        double zero = Double.isNaN(Columns.shown(axis, 0)) ? frame.left() : frame.x(0);
        Path whiskers = new Path();
        for (int i = 0; i < values.length; i++) {
            double middle = middle(frame, bars.names().get(i), thick * (place - (layers - 1) / 2.0));
            if (!Double.isNaN(values[i])) {
                bar(out, frame, new double[] {zero, frame.x(values[i]), middle, thick}, look);
            }
            whisker(whiskers, frame, bars, i, middle);
        }
        LinePainter.stroke(out, whiskers.data(), Look.SOLID, 1.3);
    }

    private static double middle(Frame frame, String name, double offset) {
        return frame.row(frame.domains().names().indexOf(name)) + offset;
    }

    private static void bar(Markup out, Frame frame, double[] box, Look look) {
        out.leaf(
                "rect",
                "x",
                Math.min(box[0], box[1]),
                "y",
                box[2] - box[3] / 2,
                "width",
                Math.abs(box[1] - box[0]),
                "height",
                box[3],
                "fill",
                look.shade().fill(frame.picture()),
                "stroke",
                "#000");
    }

    private static void whisker(Path path, Frame frame, Layer.Bars bars, int index, double middle) {
        if (bars.low().size() == 0) {
            return;
        }
        Axis axis = frame.domains().x().axis();
        double low = Columns.on(axis, bars.low().value(index), bars.low().unit());
        double high = Columns.on(axis, bars.high().value(index), bars.high().unit());
        if (Double.isNaN(high) || Double.isNaN(bars.low().value(index))) {
            return;
        }
        double left = Double.isNaN(low) ? frame.left() : frame.x(low);
        path.to(left, middle).to(frame.x(high), middle).interrupt();
        path.to(left, middle - 4).to(left, middle + 4).interrupt();
        path.to(frame.x(high), middle - 4).to(frame.x(high), middle + 4).interrupt();
    }
}
