package org.busbar.analyses.cycling;

import java.util.Locale;
import java.util.SortedMap;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/** The flags of a dQ/dV curve. */
final class IncrementalQuality {

    private static final double MONOTONIC = 0.02;

    private IncrementalQuality() {}

    /** Of the chosen cycle, where {@code halves} cycles have that half. */
    static Quality of(
            SortedMap<Long, IncrementalCurve> curves, long chosen, IncrementalCurve.Settings settings, int halves) {
        IncrementalCurve curve = curves.getOrDefault(chosen, IncrementalCurve.NONE);
        Quality quality = monotonic(curve).and(resolved(curve, settings));
        return curves.size() == halves
                ? quality
                : quality.flag(
                        Level.OK,
                        String.format(
                                Locale.ROOT,
                                "cycles_left_out: %d of %d span fewer than %d points",
                                halves - curves.size(),
                                halves,
                                settings.window()));
    }

    private static Quality monotonic(IncrementalCurve curve) {
        return curve.spread() <= MONOTONIC * curve.passed()
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                Level.SUSPICIOUS,
                                String.format(
                                        Locale.ROOT,
                                        "voltage_not_monotonic: passes a voltage again after %.3g A.h of %.3g A.h on"
                                                + " average",
                                        curve.spread(),
                                        curve.passed()));
    }

    private static Quality resolved(IncrementalCurve curve, IncrementalCurve.Settings settings) {
        double width = settings.window() * settings.spacing();
        return curve.usualMove() <= width
                ? Quality.ok()
                : Quality.ok()
                        .flag(
                                Level.SUSPICIOUS,
                                String.format(
                                        Locale.ROOT,
                                        "resolution_lost: voltage moves by %.3g V from row to row, the window is"
                                                + " %.3g V",
                                        curve.usualMove(),
                                        width));
    }
}
