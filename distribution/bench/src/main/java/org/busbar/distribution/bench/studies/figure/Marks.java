package org.busbar.distribution.bench.studies.figure;

/** Lines, bands, dots and spans. Where a number is not finite nothing is drawn. */
final class Marks {

    private Marks() {}

    static Mark line(Colour colour, boolean dashed, double[] x, double[] y) {
        String dash = dashed ? " stroke-dasharray=\"6 4\"" : "";
        return frame -> "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour.code() + "\"" + dash
                + " points=\"" + points(frame, x, y, false) + "\"/>\n";
    }

    static Mark band(Colour colour, double[] x, double[] low, double[] high) {
        return frame -> "<polygon fill=\"" + colour.code() + "\" fill-opacity=\"0.13\" points=\""
                + points(frame, x, high, false) + points(frame, x, low, true) + "\"/>\n";
    }

    private static String points(Frame frame, double[] x, double[] y, boolean backward) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            int at = backward ? x.length - 1 - i : i;
            if (Double.isFinite(y[at])) {
                points.append(Math.round(frame.x(x[at]) * 10) / 10.0)
                        .append(',')
                        .append(Math.round(frame.y(y[at]) * 10) / 10.0)
                        .append(' ');
            }
        }
        return points.toString();
    }

    static Mark dots(Colour colour, double radius, double[] x, double[] y) {
        return frame -> {
            StringBuilder svg = new StringBuilder();
            for (int i = 0; i < x.length; i++) {
                if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                    svg.append(Markup.line(
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"0.5\"/>",
                            frame.x(x[i]), frame.y(y[i]), radius, colour.code()));
                }
            }
            return svg.toString();
        };
    }

    static Mark spans(Colour colour, double[] x, double[] low, double[] high) {
        return frame -> {
            StringBuilder svg = new StringBuilder();
            for (int i = 0; i < x.length; i++) {
                if (Double.isFinite(low[i]) && Double.isFinite(high[i])) {
                    svg.append(Markup.line(
                            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-opacity=\"0.35\"/>",
                            frame.x(x[i]), frame.x(x[i]), frame.y(low[i]), frame.y(high[i]), colour.code()));
                }
            }
            return svg.toString();
        };
    }
}
