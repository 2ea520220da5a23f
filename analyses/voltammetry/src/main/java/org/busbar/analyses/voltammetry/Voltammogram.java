package org.busbar.analyses.voltammetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** Draws current against potential, with baselines and peaks. */
final class Voltammogram {

    private Voltammogram() {}

    static Chart of(Values inputs, Values outputs) {
        double[] potential = outputs.get(CyclicVoltammetry.PEAK_POTENTIAL);
        double[] current = outputs.get(CyclicVoltammetry.PEAK_CURRENT);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line(
                "measured",
                Columns.series(inputs, CyclicVoltammetry.POTENTIAL),
                Columns.series(inputs, CyclicVoltammetry.CURRENT),
                Layer.Stroke.SOLID));
        layers.add(baselines(outputs, potential, current));
        layers.add(peaks(potential, current));
        return new Chart(
                "voltammogram",
                "Voltammogram",
                Axis.linear("potential", "V"),
                Axis.linear("current", "A"),
                layers,
                false);
    }

    private static Layer baselines(Values outputs, double[] potential, double[] current) {
        double[] from = outputs.get(CyclicVoltammetry.BASELINE_POTENTIAL);
        double[] start = outputs.get(CyclicVoltammetry.BASELINE_CURRENT);
        double[] corrected = outputs.get(CyclicVoltammetry.PEAK_CORRECTED);
        double[] x = new double[4 * from.length];
        double[] y = new double[4 * from.length];
        for (int i = 0; i < from.length; i++) {
            x[4 * i] = from[i];
            y[4 * i] = start[i];
            x[4 * i + 1] = potential[i];
            y[4 * i + 1] = current[i] - corrected[i];
            x[4 * i + 2] = potential[i];
            y[4 * i + 2] = current[i];
            x[4 * i + 3] = Double.NaN;
            y[4 * i + 3] = Double.NaN;
        }
        return new Layer.Line("baselines", Series.of("V", x), Series.of("A", y), Layer.Stroke.DASHED);
    }

    private static Layer peaks(double[] potential, double[] current) {
        List<String> names = new ArrayList<>();
        for (double e : potential) {
            names.add(String.format(Locale.ROOT, "%.4f V", e));
        }
        return new Layer.Points(
                "peaks",
                Series.of("V", potential),
                Series.of("A", current),
                Series.of("A"),
                names,
                Layer.Mark.FILLED_CIRCLE);
    }
}
