package org.busbar.charts;

import java.util.List;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/**
 * Draws a chart as an SVG 1.1 file that needs nothing else: no scripts, no fonts, no colours. The same chart gives the
 * same characters. Safe for use by many threads.
 */
public final class SvgPicture {

    private SvgPicture() {}

    /**
     * The picture of that chart, 720 pixels wide.
     *
     * @return an XML document, to be stored as UTF-8
     */
    public static String of(Chart chart) {
        Layout layout = Layout.of(chart);
        List<Look> looks = Looks.of(chart.layers());
        Legend legend = new Legend(chart.layers(), looks, Layout.WIDTH);
        Markup out = new Markup();
        begin(out, chart, layout.height() + legend.height());
        titles(out, layout.title());
        draw(out, chart, layout.frame(), looks);
        legend.paint(out, layout.frame(), layout.height());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out.close();
    }

    private static void begin(Markup out, Chart chart, double height) {
        String tall = Markup.pixels(height);
        String wide = Markup.pixels(Layout.WIDTH);
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "version",
                "1.1",
                "width",
                wide,
                "height",
                tall,
                "viewBox",
                "0 0 " + wide + " " + tall,
                "font-family",
                "Helvetica, Arial, sans-serif",
                "font-size",
                Lettering.SMALL,
                "role",
                "img");
        out.text(chart.title(), "title").text(Description.of(chart), "desc");
        Definitions.paint(out, chart.name());
        out.leaf("rect", "width", wide, "height", tall, "fill", "#fff");
    }

    private static void titles(Markup out, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            out.text(
                    lines.get(i),
                    "text",
                    "x",
                    Layout.WIDTH / 2,
                    "y",
                    22 + 20.0 * i,
                    "text-anchor",
                    "middle",
                    "font-size",
                    Lettering.LARGE);
        }
    }

    private static void draw(Markup out, Chart chart, Frame frame, List<Look> looks) {
        Definitions.clip(out, frame);
        AxisPainter.grid(out, frame);
        out.open("g", "clip-path", "url(#" + frame.picture() + "-frame)");
        LayerPainter.paint(out, frame, chart.layers(), looks);
        out.close();
        AxisPainter.paint(out, frame);
        chart.layers().stream()
                .filter(Layer.Cells.class::isInstance)
                .map(Layer.Cells.class::cast)
                .findFirst()
                .ifPresent(cells -> Shades.paint(out, frame, cells));
    }
}
