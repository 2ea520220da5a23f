package org.busbar.distribution.bench.studies.figure;

/** The rim of a frame with ticks and labels. */
record Axes(Frame frame) {

    String svg() {
        StringBuilder svg = new StringBuilder(Markup.line(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>",
                frame.left(), frame.top(), frame.width(), frame.height()));
        across(svg, frame);
        up(svg, frame);
        return svg.toString();
    }

    private static void across(StringBuilder svg, Frame into) {
        for (double tick : into.across().ticks()) {
            double x = into.x(tick);
            svg.append(Markup.line(
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#888\"/>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x,
                    x,
                    into.bottom(),
                    into.bottom() + 4,
                    x,
                    into.bottom() + 18,
                    into.across().text(tick)));
        }
        svg.append(Markup.line(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                into.left() + into.width() / 2,
                into.bottom() + 38,
                Markup.escaped(into.across().label())));
    }

    private static void up(StringBuilder svg, Frame into) {
        for (double tick : into.up().ticks()) {
            double y = into.y(tick);
            svg.append(Markup.line(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#888\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    into.left() - 4,
                    into.left(),
                    y,
                    y,
                    into.left() - 7,
                    y + 4,
                    into.up().text(tick)));
        }
        svg.append(Markup.line(
                "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                into.top() + into.height() / 2, Markup.escaped(into.up().label())));
    }
}
