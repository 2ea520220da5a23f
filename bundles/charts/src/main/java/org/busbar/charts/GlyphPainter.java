package org.busbar.charts;

/** Draws one mark. */
final class GlyphPainter {

    private static final double SIZE = 3.6;

    private GlyphPainter() {}

    static void paint(Markup out, double x, double y, Look.Glyph glyph, String name) {
        String shape = shape(x, y, glyph);
        Object[] attributes = {
            "d", shape, "fill", glyph.filled() ? "#000" : glyph == Look.Glyph.CROSS ? "none" : "#fff", "stroke", "#000"
        };
        if (name.isEmpty()) {
            out.leaf("path", attributes);
        } else {
            out.open("path", attributes).text(name, "title").close();
        }
    }

    private static String shape(double x, double y, Look.Glyph glyph) {
        return switch (glyph) {
            case CIRCLE, FILLED_CIRCLE -> circle(x, y);
            case SQUARE, FILLED_SQUARE -> polygon(x, y, -1, -1, 1, -1, 1, 1, -1, 1);
            case TRIANGLE, FILLED_TRIANGLE -> polygon(x, y, 0, -1.25, 1.15, 0.9, -1.15, 0.9);
            case DIAMOND -> polygon(x, y, 0, -1.4, 1.4, 0, 0, 1.4, -1.4, 0);
            case CROSS -> stroke(x, y, -1, -1, 1, 1) + stroke(x, y, -1, 1, 1, -1);
        };
    }

    private static String circle(double x, double y) {
        String radius = Markup.pixels(SIZE);
        String half = "a" + radius + " " + radius + " 0 1 0 ";
        return "M" + spot(x - SIZE, y) + half + Markup.pixels(2 * SIZE) + " 0" + half + Markup.pixels(-2 * SIZE)
                + " 0z";
    }

    private static String polygon(double x, double y, double... corners) {
        return stroke(x, y, corners) + "z";
    }

    private static String stroke(double x, double y, double... corners) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            data.append(i == 0 ? 'M' : 'L').append(spot(x + SIZE * corners[i], y + SIZE * corners[i + 1]));
        }
        return data.toString();
    }

    private static String spot(double x, double y) {
        return Markup.pixels(x) + " " + Markup.pixels(y);
    }
}
