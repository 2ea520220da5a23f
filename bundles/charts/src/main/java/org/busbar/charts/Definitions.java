package org.busbar.charts;

/** What the rest of a picture refers to: hatches and the clip. */
final class Definitions {

    private Definitions() {}

    static void paint(Markup out, String picture) {
        out.open("defs");
        hatch(out, picture + "-rising", "M-1 1l2 -2M0 6l6 -6M5 7l2 -2");
        hatch(out, picture + "-falling", "M-1 5l2 2M0 0l6 6M5 -1l2 2");
        out.close();
    }

    private static void hatch(Markup out, String name, String strokes) {
        out.open("pattern", "id", name, "patternUnits", "userSpaceOnUse", "width", "6", "height", "6");
        out.leaf("path", "d", strokes, "stroke", "#555", "stroke-width", 0.9).close();
    }

    static void clip(Markup out, Frame frame) {
        out.open("clipPath", "id", frame.picture() + "-frame");
        out.leaf("rect", "x", frame.left(), "y", frame.top(), "width", frame.width(), "height", frame.height());
        out.close();
    }
}
