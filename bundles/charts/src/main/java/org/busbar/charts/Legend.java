package org.busbar.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.chart.Layer;

/** Says which label looks how: rows below the frame. */
final class Legend {

    static final double ROW = 20;

    private static final double SWATCH = 34;
    private static final double GAP = 18;

    private final Map<String, Integer> entries = new LinkedHashMap<>();
    private final List<Layer> layers;
    private final List<Look> looks;
    private final double width;

    /** The legend of these layers, in a picture of that width. */
    Legend(List<Layer> layers, List<Look> looks, double width) {
        this.layers = layers;
        this.looks = looks;
        this.width = width;
        for (int i = 0; i < layers.size(); i++) {
            if (!layers.get(i).label().isEmpty() && !(layers.get(i) instanceof Layer.Cells)) {
                entries.putIfAbsent(layers.get(i).label(), i);
            }
        }
    }

    double height() {
        return walk((label, x, y) -> {}) + (entries.isEmpty() ? 0 : ROW + 6);
    }

    void paint(Markup out, Frame frame, double top) {
        walk((label, x, y) -> entry(out, frame, label, x, top + y + ROW / 2));
    }

    private interface Visit {
        void at(String label, double x, double y);
    }

    /** Goes through the entries from left to right, row by row; returns where the last row is. */
    private double walk(Visit visit) {
        double x = GAP;
        double y = 0;
        for (String label : entries.keySet()) {
            double wide = SWATCH + 6 + Lettering.width(shown(label), Lettering.SMALL) + GAP;
            if (x > GAP && x + wide > width) {
                x = GAP;
                y += ROW;
            }
            visit.at(label, x, y);
            x += wide;
        }
        return y;
    }

    private String shown(String label) {
        return Lettering.fitted(label, Lettering.SMALL, width - SWATCH - 3 * GAP);
    }

    private void entry(Markup out, Frame frame, String label, double x, double y) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).label().equals(label)) {
                swatch(out, frame, i, x, y);
            }
        }
        out.text(shown(label), "text", "x", x + SWATCH + 6, "y", y + 4);
    }

    private void swatch(Markup out, Frame frame, int index, double x, double y) {
        Layer layer = layers.get(index);
        if (layer instanceof Layer.Points) {
            GlyphPainter.paint(out, x + SWATCH / 2, y, looks.get(index).glyph(), "");
        } else if (layer instanceof Layer.Line || layer instanceof Layer.Rule) {
            String line = new Path().to(x, y).to(x + SWATCH, y).data();
            LinePainter.stroke(out, line, looks.get(index), layer instanceof Layer.Rule ? 1.1 : 1.6);
        } else if (!(layer instanceof Layer.Cells)) {
            String fill = looks.get(index).shade().fill(frame.picture());
            out.leaf(
                    "rect",
                    "x",
                    x + 4,
                    "y",
                    y - 6,
                    "width",
                    SWATCH - 8,
                    "height",
                    12.0,
                    "fill",
                    fill,
                    "stroke",
                    layer instanceof Layer.Bars ? "#000" : "#8c8c8c");
        }
    }
}
