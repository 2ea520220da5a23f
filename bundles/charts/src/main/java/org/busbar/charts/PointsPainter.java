package org.busbar.charts;

import java.util.HashSet;
import java.util.Set;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Layer;

/** Draws points with their error bars and names. */
final class PointsPainter {

    private static final double CAP = 3;

    private PointsPainter() {}

    static void paint(Markup out, Frame frame, Layer.Points points, Look look) {
        double[] x = Columns.on(frame.domains().x().axis(), points.x());
        double[] y = Columns.on(frame.domains().y().axis(), points.y());
        errors(out, frame, points, x, y);
        Set<Long> drawn = new HashSet<>();
        for (int i = 0; i < x.length; i++) {
            if (visible(x[i], y[i])
                    && (drawn.add(pixel(frame, x[i], y[i])) || !name(points, i).isEmpty())) {
                GlyphPainter.paint(out, frame.x(x[i]), frame.y(y[i]), look.glyph(), name(points, i));
            }
        }
    }

    /** Marks on the same pixel are drawn once. */
    private static long pixel(Frame frame, double x, double y) {
        return Math.round(frame.x(x)) << 32 ^ Math.round(frame.y(y));
    }

    /** To be called after all points are drawn, so that no mark hides a name. */
    static void keepOff(Writing writing, Frame frame, Layer.Points points) {
        each(frame, points, (px, py, name) -> writing.mark(px, py));
    }

    static void names(Markup out, Writing writing, Frame frame, Layer.Points points) {
        each(frame, points, (px, py, name) -> {
            if (!name.isEmpty()) {
                writing.name(out, px, py, name);
            }
        });
    }

    private interface Spot {
        void at(double x, double y, String name);
    }

    private static void each(Frame frame, Layer.Points points, Spot spot) {
        double[] x = Columns.on(frame.domains().x().axis(), points.x());
        double[] y = Columns.on(frame.domains().y().axis(), points.y());
        for (int i = 0; i < x.length; i++) {
            if (visible(x[i], y[i])) {
                spot.at(frame.x(x[i]), frame.y(y[i]), name(points, i));
            }
        }
    }

    private static boolean visible(double x, double y) {
        return !Double.isNaN(x) && !Double.isNaN(y);
    }

    private static String name(Layer.Points points, int index) {
        return points.names().isEmpty() ? "" : points.names().get(index);
    }

    private static void errors(Markup out, Frame frame, Layer.Points points, double[] x, double[] y) {
        double[] error = Columns.differences(frame.domains().y().axis(), points.error());
        Path path = new Path();
        for (int i = 0; i < error.length; i++) {
            if (visible(x[i], y[i]) && error[i] > 0) {
                whisker(path, frame, frame.x(x[i]), y[i] - error[i], y[i] + error[i]);
            }
        }
        LinePainter.stroke(out, path.data(), Look.SOLID, 1);
    }

    private static void whisker(Path path, Frame frame, double x, double low, double high) {
        Axis axis = frame.domains().y().axis();
        double bottom = Double.isNaN(Columns.shown(axis, low)) ? frame.bottom() : frame.y(low);
        double top = frame.y(high);
        path.to(x - CAP, bottom).to(x + CAP, bottom).interrupt();
        path.to(x, bottom).to(x, top).interrupt();
        path.to(x - CAP, top).to(x + CAP, top).interrupt();
    }
}
