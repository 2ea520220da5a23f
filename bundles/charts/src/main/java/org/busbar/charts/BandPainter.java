package org.busbar.charts;

import org.busbar.api.chart.Layer;

/** Fills what lies between two curves, stretch by stretch where there are gaps. */
final class BandPainter {

    private BandPainter() {}

    static void paint(Markup out, Frame frame, Layer.Band band, Look look) {
        double[] x = Columns.on(frame.domains().x().axis(), band.x());
        double[] low = Columns.on(frame.domains().y().axis(), band.low());
        double[] high = Columns.on(frame.domains().y().axis(), band.high());
        int from = 0;
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || Double.isNaN(x[i] + low[i] + high[i])) {
                stretch(out, frame, new double[][] {x, low, high}, new int[] {from, i}, look);
                from = i + 1;
            }
        }
    }

    private static void stretch(Markup out, Frame frame, double[][] columns, int[] range, Look look) {
        if (range[0] >= range[1]) {
            return;
        }
        Path path = new Path();
        for (int i = range[0]; i < range[1]; i++) {
            path.to(frame.x(columns[0][i]), frame.y(columns[1][i]));
        }
        for (int i = range[1] - 1; i >= range[0]; i--) {
            path.to(frame.x(columns[0][i]), frame.y(columns[2][i]));
        }
        out.leaf(
                "path",
                "d",
                path.data() + "z",
                "fill",
                look.shade().fill(frame.picture()),
                "stroke",
                "#8c8c8c",
                "stroke-width",
                0.7);
    }
}
