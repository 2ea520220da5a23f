package org.busbar.charts;

import java.util.List;
import java.util.stream.Collectors;
import org.busbar.api.chart.Layer;

/** Draws lines and rules. */
final class LinePainter {

    private LinePainter() {}

    static void paint(Markup out, Frame frame, Layer.Line line, Look look) {
        double[] x = Columns.on(frame.domains().x().axis(), line.x());
        double[] y = Columns.on(frame.domains().y().axis(), line.y());
        Path path = new Path();
        for (int i = 0; i < x.length; i++) {
            path.to(frame.x(x[i]), frame.y(y[i]));
        }
        stroke(out, path.data(), look, 1.6);
    }

    static void paint(Markup out, Frame frame, Layer.Rule rule, Look look) {
        Domain across = rule.level() ? frame.domains().y() : frame.domains().x();
        double at = Columns.on(across.axis(), rule.at(), rule.unit());
        if (Double.isNaN(at)) {
            return;
        }
        Path path = rule.level()
                ? new Path().to(frame.left(), frame.y(at)).to(frame.right(), frame.y(at))
                : new Path().to(frame.x(at), frame.top()).to(frame.x(at), frame.bottom());
        stroke(out, path.data(), look, 1.1);
    }

    static void stroke(Markup out, String data, Look look, double width) {
        if (!data.isEmpty()) {
            out.leaf(
                    "path",
                    "d",
                    data,
                    "fill",
                    "none",
                    "stroke",
                    "#000",
                    "stroke-width",
                    width,
                    "stroke-dasharray",
                    dashes(look.dash()),
                    "stroke-linecap",
                    look.dash().isEmpty() ? "round" : "butt");
        }
    }

    private static String dashes(List<Integer> dash) {
        return dash.isEmpty() ? "none" : dash.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
