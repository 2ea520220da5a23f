package org.busbar.analyses.sensitivity;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** Bars of one number per input, taken from the outputs of an analysis. */
final class IndexCharts {

    private IndexCharts() {}

    /** First-order and total indices side by side. */
    static Chart sobol(Values outputs) {
        List<String> names = Asked.names(outputs, Asked.NAMES.name());
        return new Chart(
                "sobol",
                "Share of the variance, with 95 % intervals",
                Axis.linear("index", "1"),
                Axis.names("input"),
                bars("first order S1", names, outputs, "s1"),
                bars("total ST", names, outputs, "st"));
    }

    /** One bar with its interval per name. */
    static Chart bars(String chart, String title, String axis, List<String> names, Values outputs, String curve) {
        return new Chart(chart, title, Axis.linear(axis, "1"), Axis.names("input"), bars(axis, names, outputs, curve));
    }

    /** One bar without an interval per name. */
    static Chart plainBars(String chart, String title, String axis, List<String> names, Series values) {
        return new Chart(
                chart, title, Axis.linear(axis, "1"), Axis.names("input"), new Layer.Bars(axis, names, values));
    }

    private static Layer bars(String label, List<String> names, Values outputs, String curve) {
        return new Layer.Bars(
                label,
                names,
                series(outputs, curve),
                series(outputs, curve + "_low"),
                series(outputs, curve + "_high"));
    }

    static Series series(Values outputs, String name) {
        return (Series) outputs.get(name);
    }

    /** Points of one number over another. */
    static Layer points(String label, Series x, Series y, List<String> names) {
        return new Layer.Points(label, x, y, new Series(new double[0], Unit.ONE), names, Layer.Mark.FILLED_CIRCLE);
    }
}
