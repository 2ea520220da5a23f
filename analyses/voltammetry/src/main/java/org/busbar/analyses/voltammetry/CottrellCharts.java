package org.busbar.analyses.voltammetry;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.busbar.api.Parameter;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** Draws current against t^-1/2, its residuals, and charge against the root of time. */
final class CottrellCharts {

    private CottrellCharts() {}

    static List<Chart> of(Values inputs, Values outputs) {
        DoubleUnaryOperator inverse = t -> t > 0 ? 1 / Math.sqrt(t) : Double.NaN;
        Series window = root(outputs, Chronoamperometry.FIT_TIME, inverse);
        Axis across = Axis.linear("t^(−1/2) / s^(−1/2)", "1");
        return List.of(
                new Chart(
                        "cottrell",
                        "Current against t^(−1/2)",
                        across,
                        Axis.linear("current", "A"),
                        new Layer.Points(
                                "measured",
                                root(inputs, Chronoamperometry.TIME, inverse),
                                Columns.series(inputs, Chronoamperometry.CURRENT),
                                Layer.Mark.CIRCLE),
                        new Layer.Line(
                                "fit",
                                window,
                                Columns.series(outputs, Chronoamperometry.FIT_CURRENT),
                                Layer.Stroke.SOLID)),
                new Chart(
                        "residuals",
                        "Residuals of the fit",
                        across,
                        Axis.linear("residual", "A"),
                        new Layer.Points(
                                "residual",
                                window,
                                Columns.series(outputs, Chronoamperometry.RESIDUAL),
                                Layer.Mark.CIRCLE)),
                anson(outputs));
    }

    private static Chart anson(Values outputs) {
        return new Chart(
                "anson",
                "Charge, less that of the offset, against √t",
                Axis.linear("√t / s^(1/2)", "1"),
                Axis.linear("charge", "C"),
                new Layer.Points(
                        "measured",
                        root(outputs, Chronoamperometry.CHARGE_TIME, Math::sqrt),
                        Columns.series(outputs, Chronoamperometry.CHARGE),
                        Layer.Mark.CIRCLE),
                new Layer.Line(
                        "fit",
                        root(outputs, Chronoamperometry.FIT_TIME, Math::sqrt),
                        Columns.series(outputs, Chronoamperometry.FIT_CHARGE),
                        Layer.Stroke.SOLID));
    }

    private static Series root(Values values, Parameter.Curve time, DoubleUnaryOperator of) {
        return Series.of("1", Arrays.stream(values.get(time)).map(of).toArray());
    }
}
