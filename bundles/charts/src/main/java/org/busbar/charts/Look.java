package org.busbar.charts;

import java.util.List;

/**
 * How a layer is told apart from the others.
 *
 * @param dash lengths of strokes and gaps; empty for a solid line
 * @param shade of what is filled
 * @param colour of lines and marks where there is colour, as {@code #rrggbb}
 */
record Look(List<Integer> dash, Glyph glyph, Shade shade, String colour) {

    /** Of whiskers and other lines without a label. */
    static final Look SOLID = new Look(List.of(), Glyph.CIRCLE, Shade.LIGHT, "#000000");

    /** How an area is filled. */
    enum Shade {
        LIGHT("#d4d4d4"),
        RISING("url(#%s-rising)"),
        FALLING("url(#%s-falling)"),
        DARK("#8c8c8c");

        private final String fill;

        Shade(String fill) {
            this.fill = fill;
        }

        /** The SVG paint; hatches are looked up in the picture of that name. */
        String fill(String picture) {
            return fill.replace("%s", picture);
        }
    }

    /** How a point is drawn. */
    enum Glyph {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        CROSS,
        FILLED_CIRCLE,
        FILLED_SQUARE,
        FILLED_TRIANGLE,
        DIAMOND;

        boolean filled() {
            return name().startsWith("FILLED");
        }
    }
}
