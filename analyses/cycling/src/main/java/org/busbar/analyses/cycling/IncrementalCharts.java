package org.busbar.analyses.cycling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.chart.Layer.Mark;
import org.busbar.api.chart.Layer.Stroke;

/** dQ/dV with peaks, dV/dQ, and the peaks followed over the cycles. */
final class IncrementalCharts {

    private IncrementalCharts() {}

    static List<Chart> of(String half, Values outputs) {
        return List.of(incremental(half, outputs), differential(half, outputs), followed(half, outputs));
    }

    private static Chart incremental(String half, Values outputs) {
        double[] peaks = outputs.get(IncrementalCapacity.PEAK_VOLTAGE);
        List<String> names = IntStream.range(0, peaks.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%d: %.3f V", i + 1, peaks[i]))
                .toList();
        return new Chart(
                "dq-dv",
                "dQ/dV in " + half,
                Axis.linear("voltage", "V"),
                Axis.linear("dQ/dV", "A.h/V"),
                new Layer.Line(
                        "dQ/dV",
                        series(outputs, IncrementalCapacity.GRID),
                        series(outputs, IncrementalCapacity.SLOPE),
                        Stroke.SOLID),
                new Layer.Points(
                        "peaks",
                        series(outputs, IncrementalCapacity.PEAK_VOLTAGE),
                        series(outputs, IncrementalCapacity.PEAK_HEIGHT),
                        series(outputs, IncrementalCapacity.PEAK_HEIGHT_U),
                        names,
                        Mark.CIRCLE));
    }

    private static Chart differential(String half, Values outputs) {
        return new Chart(
                "dv-dq",
                "dV/dQ in " + half,
                Axis.linear("charge", "A.h"),
                Axis.linear("dV/dQ", "V.A-1.h-1"),
                new Layer.Line(
                        "dV/dQ",
                        series(outputs, IncrementalCapacity.DVDQ_CHARGE),
                        series(outputs, IncrementalCapacity.DVDQ),
                        Stroke.SOLID));
    }

    private static Chart followed(String half, Values outputs) {
        Series peaks = series(outputs, IncrementalCapacity.TRACK_PEAK);
        Series cycles = series(outputs, IncrementalCapacity.TRACK_CYCLE);
        Series voltages = series(outputs, IncrementalCapacity.TRACK_VOLTAGE);
        List<Layer> layers = new ArrayList<>();
        for (int peak = 1; peak <= outputs.get(IncrementalCapacity.PEAK_VOLTAGE).length; peak++) {
            int number = peak;
            int[] rows = IntStream.range(0, peaks.size())
                    .filter(i -> peaks.value(i) == number)
                    .toArray();
            Mark mark = Mark.values()[(peak - 1) % Mark.values().length];
            layers.add(new Layer.Points("peak " + peak, rows(cycles, rows), rows(voltages, rows), mark));
        }
        return new Chart(
                "peaks",
                "Peaks of dQ/dV in " + half + " over the cycles",
                Axis.linear("cycle", "1"),
                Axis.linear("voltage", "V"),
                layers,
                false);
    }

    private static Series rows(Series column, int[] rows) {
        return new Series(IntStream.of(rows).mapToDouble(column::value).toArray(), column.unit());
    }

    private static Series series(Values values, Curve curve) {
        return new Series(values.get(curve), curve.unit());
    }
}
