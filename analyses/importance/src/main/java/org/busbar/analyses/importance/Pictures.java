package org.busbar.analyses.importance;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** Charts that several analyses have in common. */
final class Pictures {

    private Pictures() {}

    /** Lying bars without unit, one per input, with intervals. */
    static Chart bars(String name, String title, String measure, List<String> inputs, double[][] valueLowHigh) {
        Layer bars = new Layer.Bars(
                measure,
                inputs,
                Question.series(valueLowHigh[0]),
                Question.series(valueLowHigh[1]),
                Question.series(valueLowHigh[2]));
        return new Chart(name, title, Axis.linear(measure, "1"), Axis.names("input"), bars);
    }

    /** Bars without intervals, and upright dashed lines. */
    static Chart bars(
            String name, String title, String measure, List<String> inputs, double[] values, double... rules) {
        Layer[] layers = new Layer[rules.length + 1];
        layers[0] = new Layer.Bars(measure, inputs, Question.series(values));
        for (int i = 0; i < rules.length; i++) {
            layers[i + 1] = rule(String.valueOf(rules[i]), rules[i], false);
        }
        return new Chart(name, title, Axis.linear(measure, "1"), Axis.names("input"), layers);
    }

    /** Predicted against measured, with the line on which both are equal. */
    static Chart parity(String explained, double[] measured, double[] predicted) {
        double[] ends = {
            Arrays.stream(measured).min().orElse(0),
            Arrays.stream(measured).max().orElse(1)
        };
        Series line = Question.series(ends);
        return new Chart(
                        "parity",
                        "Predicted against measured " + explained,
                        Axis.linear("measured " + explained, "1"),
                        Axis.linear("predicted " + explained, "1"),
                        points("rows", measured, predicted),
                        new Layer.Line("equal", line, line, Layer.Stroke.DASHED))
                .withEqualScales();
    }

    /** Measured less predicted against something. */
    static Chart residuals(String name, String explained, String against, double[] x, double[] residuals) {
        return new Chart(
                name,
                "Residuals of " + explained + " against " + against,
                Axis.linear(against, "1"),
                Axis.linear("measured - predicted " + explained, "1"),
                points("rows", x, residuals),
                rule("0", 0, true));
    }

    static Layer points(String label, double[] x, double[] y) {
        return new Layer.Points(label, Question.series(x), Question.series(y), Layer.Mark.CIRCLE);
    }

    static Layer rule(String label, double at, boolean level) {
        return new Layer.Rule(label, at, Unit.ONE, level, Layer.Stroke.DASHED);
    }
}
