package org.busbar.charts;

import org.busbar.api.chart.Layer;

/** The legend of a map: a column of shades with numbers beside it. */
final class Shades {

    /** Room to the right of the frame, in pixels. */
    static final double WIDTH = 100;

    private static final int STEPS = 32;
    private static final double BAR = 16;

    private Shades() {}

    static void paint(Markup out, Frame frame, Layer.Cells cells) {
        Greys greys = Greys.of(cells.values());
        double left = frame.right() + 20;
        double step = frame.height() / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double value = greys.domain().low()
                    + (i + 0.5)
                            / STEPS
                            * (greys.domain().high() - greys.domain().low());
            String fill = greys.fill(value);
            double top = frame.bottom() - (i + 1) * step;
            out.leaf("rect", "x", left, "y", top, "width", BAR, "height", step, "fill", fill, "stroke", fill);
        }
        out.leaf(
                "rect",
                "x",
                left,
                "y",
                frame.top(),
                "width",
                BAR,
                "height",
                frame.height(),
                "fill",
                "none",
                "stroke",
                "#000");
        numbers(out, frame, cells, greys.domain(), left + BAR);
    }

    private static void numbers(Markup out, Frame frame, Layer.Cells cells, Domain domain, double left) {
        Ticks ticks = Ticks.linear(domain, (int) (frame.height() / 50));
        for (Ticks.Tick tick : ticks.ticks()) {
            double y = frame.bottom() - frame.height() * domain.place(tick.value());
            out.leaf("path", "d", new Path().to(left, y).to(left + 4, y).data(), "stroke", "#000");
            out.text(tick.label(), "text", "x", left + 7, "y", y + 4);
        }
        String measure = Titles.measure(cells.values().unit(), ticks.exponent());
        String title = measure.isEmpty() ? cells.label() : cells.label() + " / " + measure;
        double x = frame.right() + WIDTH - 8;
        double y = frame.top() + frame.height() / 2;
        out.text(
                Lettering.fitted(title, Lettering.SMALL, frame.height()),
                "text",
                "x",
                x,
                "y",
                y,
                "text-anchor",
                "middle",
                "transform",
                "rotate(-90 " + Markup.pixels(x) + " " + Markup.pixels(y) + ")");
    }
}
