package org.busbar.charts;

import java.util.List;
import org.busbar.api.chart.Layer;

/** Draws the layers, the first at the bottom, and the names of points over all of them. */
final class LayerPainter {

    private LayerPainter() {}

    static void paint(Markup out, Frame frame, List<Layer> layers, List<Look> looks) {
        int bars = (int) layers.stream().filter(Layer.Bars.class::isInstance).count();
        int place = 0;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (layer instanceof Layer.Bars b) {
                BarsPainter.paint(out, frame, b, looks.get(i), place++, bars);
            } else {
                one(out, frame, layer, looks.get(i), layers.size() == 1);
            }
        }
        names(out, frame, layers);
    }

    private static void one(Markup out, Frame frame, Layer layer, Look look, boolean alone) {
        if (layer instanceof Layer.Line line) {
            LinePainter.paint(out, frame, line, look);
        } else if (layer instanceof Layer.Points points) {
            PointsPainter.paint(out, frame, points, look);
        } else if (layer instanceof Layer.Band band) {
            BandPainter.paint(out, frame, band, look);
        } else if (layer instanceof Layer.Rule rule) {
            LinePainter.paint(out, frame, rule, look);
        } else if (layer instanceof Layer.Cells cells) {
            CellsPainter.paint(out, frame, cells, alone);
        }
    }

    private static void names(Markup out, Frame frame, List<Layer> layers) {
        List<Layer.Points> named = layers.stream()
                .filter(Layer.Points.class::isInstance)
                .map(Layer.Points.class::cast)
                .toList();
        if (named.stream().allMatch(points -> points.names().isEmpty())) {
            return;
        }
        Writing writing = new Writing(frame);
        named.forEach(points -> PointsPainter.keepOff(writing, frame, points));
        named.forEach(points -> PointsPainter.names(out, writing, frame, points));
    }
}
