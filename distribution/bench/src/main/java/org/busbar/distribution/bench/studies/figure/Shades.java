package org.busbar.distribution.bench.studies.figure;

import java.util.Locale;

/** Colours for numbers, from dark blue for the lowest to yellow for the highest; grey for none. */
record Shades(String label, double low, double high) {

    private static final int[][] STOPS = {{68, 1, 84}, {59, 82, 139}, {33, 145, 140}, {94, 201, 98}, {253, 231, 37}};

    static final String NONE = "#cccccc";

    String of(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double place = Math.max(0, Math.min(1, (value - low) / (high - low))) * (STOPS.length - 1);
        int below = Math.min(STOPS.length - 2, (int) place);
        double rest = place - below;
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", mixed(below, rest, 0), mixed(below, rest, 1), mixed(below, rest, 2));
    }

    private static int mixed(int below, double rest, int channel) {
        return (int) Math.round(STOPS[below][channel] * (1 - rest) + STOPS[below + 1][channel] * rest);
    }

    /** A bar beside the frame that says what the colours mean. */
    String bar(Frame frame, int gap) {
        int steps = 40;
        double size = frame.height() / (double) steps;
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            double value = high - (i + 0.5) / steps * (high - low);
            svg.append(Markup.line(
                    "<rect x=\"%d\" y=\"%.2f\" width=\"14\" height=\"%.2f\" fill=\"%s\"/>",
                    frame.right() + gap, frame.top() + i * size, size + 0.3, of(value)));
        }
        Axis axis = new Axis(label, low, high);
        for (double tick : axis.ticks()) {
            svg.append(Markup.line(
                    "<text x=\"%d\" y=\"%.1f\">%s</text>",
                    frame.right() + gap + 18, frame.bottom() - axis.share(tick) * frame.height() + 4, axis.text(tick)));
        }
        return svg.append(Markup.line(
                        "<text transform=\"translate(%d %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                        frame.right() + gap + 58, frame.top() + frame.height() / 2, Markup.escaped(label)))
                .toString();
    }
}
