package org.busbar.charts;

import java.util.Locale;
import org.busbar.api.Series;
import org.busbar.api.chart.Axis;

/** Shades of grey for numbers: the smallest is light, the largest dark. */
record Greys(Domain domain) {

    private static final int LIGHT = 0xf4;
    private static final int DARK = 0x20;

    static Greys of(Series values) {
        Axis axis = new Axis("", values.unit(), Axis.Scale.LINEAR);
        return new Greys(Domain.tight(axis, Extent.NONE.with(Columns.on(axis, values)), true, true));
    }

    String fill(double value) {
        long level = level(value);
        return String.format(Locale.ROOT, "#%02x%02x%02x", level, level, level);
    }

    /** Whether black letters could not be read on it. */
    boolean dark(double value) {
        return level(value) < 0x80;
    }

    private long level(double value) {
        double place = Math.max(0, Math.min(1, domain.place(value)));
        return Math.round(LIGHT + place * (DARK - LIGHT));
    }
}
