package org.busbar.charts;

import java.util.List;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/**
 * Where the parts of a picture are, in pixels.
 *
 * @param title its lines
 * @param height of the picture without the legend
 */
record Layout(List<String> title, Frame frame, double height) {

    static final double WIDTH = 720;

    private static final double HEIGHT = 360;
    private static final double LINE = 20;
    private static final double FOOT = 46;

    static Layout of(Chart chart) {
        List<String> title = Lettering.lines(chart.title(), Lettering.LARGE, WIDTH - 20);
        Domains domains = Domains.of(chart);
        boolean map = chart.layers().stream().anyMatch(Layer.Cells.class::isInstance);
        double left = left(domains);
        double width = WIDTH - left - (map ? Shades.WIDTH : 24);
        double height = height(chart, domains, width);
        Domains drawn = chart.equalScales() ? domains.equal(width, height) : domains;
        double top = 12 + LINE * title.size();
        return new Layout(title, new Frame(chart.name(), drawn, left, top, width, height), top + height + FOOT);
    }

    private static double left(Domains domains) {
        double widest = 0;
        for (Ticks.Tick tick :
                AxisPainter.ticks(domains.y(), HEIGHT, AxisPainter.Y_SPACING).ticks()) {
            widest = Math.max(widest, Lettering.width(tick.label(), Lettering.SMALL) + 6);
        }
        for (String name : domains.names()) {
            widest = Math.max(widest, Math.min(240, Lettering.width(name, Lettering.SMALL)));
        }
        return 36 + widest;
    }

    private static double height(Chart chart, Domains domains, double width) {
        if (chart.y().scale() == Axis.Scale.NAMES) {
            long layers =
                    chart.layers().stream().filter(Layer.Bars.class::isInstance).count();
            return Math.max(90, domains.names().size() * (14 + 12.0 * Math.max(1, layers)));
        }
        if (!chart.equalScales()) {
            return HEIGHT;
        }
        return Math.max(
                240, Math.min(480, width * domains.y().length() / domains.x().length()));
    }
}
