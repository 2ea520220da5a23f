package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** What people look at when they judge a model. */
final class CheckCharts {

    private static final int MOST_INPUTS = 20;
    private static final int MOST_GROUPS = 100;

    private CheckCharts() {}

    static List<Chart> of(Values outputs) {
        List<String> names = Question.names(outputs);
        String explained = Question.explained(outputs);
        double[] measured = LinearCharts.numbers(outputs, "measured");
        double[] predicted = LinearCharts.numbers(outputs, "predicted");
        double[] residuals = LinearCharts.differences(measured, predicted);
        List<Chart> charts = new ArrayList<>();
        charts.add(parity(outputs, explained, measured, predicted));
        charts.add(learning(outputs, explained));
        if (LinearCharts.numbers(outputs, "degree").length > 1) {
            charts.add(degrees(outputs, explained));
        }
        charts.add(Pictures.residuals("residuals", explained, "predicted " + explained, predicted, residuals));
        charts.addAll(groups(outputs, explained));
        charts.addAll(byInput(outputs, names, explained, residuals));
        return charts;
    }

    private static List<Chart> groups(Values outputs, String explained) {
        double[] ratios = LinearCharts.numbers(outputs, "group_log10_ratio");
        if (ratios.length == 0 || ratios.length > MOST_GROUPS) {
            return List.of();
        }
        List<String> groups = List.of(outputs.get("groups").toString().split("; "));
        String measure = "median log10(measured/predicted)";
        return List.of(Pictures.bars("groups", "Groups left out: " + explained, measure, groups, ratios, -1, 1));
    }

    private static List<Chart> byInput(Values outputs, List<String> names, String explained, double[] residuals) {
        double[] x = LinearCharts.numbers(outputs, "x");
        List<Chart> charts = new ArrayList<>();
        for (int j = 0; j < Math.min(MOST_INPUTS, names.size()); j++) {
            double[] column = Arrays.copyOfRange(x, j * residuals.length, (j + 1) * residuals.length);
            charts.add(Pictures.residuals("residuals-" + (j + 1), explained, names.get(j), column, residuals));
        }
        return charts;
    }

    /** Bars of half the 95 % interval: about one standard deviation. */
    private static Chart parity(Values outputs, String explained, double[] measured, double[] predicted) {
        Chart plain = Pictures.parity(explained, measured, predicted);
        double[] reach = LinearCharts.numbers(outputs, "reach");
        double[] half = Arrays.stream(reach).map(r -> r / 2).toArray();
        Layer points = new Layer.Points(
                "rows left out, half of the 95 % interval",
                Question.series(measured),
                Question.series(predicted),
                Question.series(half),
                List.of(),
                Layer.Mark.CIRCLE);
        List<Layer> layers = List.of(points, plain.layers().get(1));
        return new Chart(plain.name(), plain.title(), plain.x(), plain.y(), layers, true);
    }

    private static Chart learning(Values outputs, String explained) {
        Series rows = Question.series(LinearCharts.numbers(outputs, "learning_rows"));
        List<Layer> layers = new ArrayList<>();
        layers.addAll(
                marked("left out", rows, column(outputs, "learning_rmse"), Layer.Stroke.SOLID, Layer.Mark.CIRCLE));
        layers.addAll(marked(
                "learnt from",
                rows,
                column(outputs, "learning_training_rmse"),
                Layer.Stroke.DASHED,
                Layer.Mark.SQUARE));
        for (double noise : LinearCharts.numbers(outputs, "repeat_noise")) {
            layers.add(Pictures.rule("noise of repeats", noise, true));
        }
        return new Chart(
                "learning-curve",
                "Error for " + explained + " against the rows learnt from",
                Axis.linear("rows learnt from", "1"),
                Axis.linear("RMSE of " + explained, "1"),
                layers,
                false);
    }

    private static Chart degrees(Values outputs, String explained) {
        Series degree = column(outputs, "degree");
        List<Layer> layers = new ArrayList<>();
        layers.addAll(marked(
                "learnt from", degree, column(outputs, "training_rmse"), Layer.Stroke.DOTTED, Layer.Mark.SQUARE));
        layers.addAll(
                marked("folds of rows", degree, column(outputs, "row_rmse"), Layer.Stroke.DASHED, Layer.Mark.TRIANGLE));
        Series groups = column(outputs, "group_rmse");
        if (groups.size() > 0) {
            layers.addAll(marked("folds of groups", degree, groups, Layer.Stroke.SOLID, Layer.Mark.CIRCLE));
        }
        return new Chart(
                "degrees",
                "Error for " + explained + " against the degree of the polynomial",
                Axis.linear("degree", "1"),
                Axis.linear("RMSE of " + explained, "1"),
                layers,
                false);
    }

    private static Series column(Values outputs, String name) {
        return Question.series(LinearCharts.numbers(outputs, name));
    }

    private static List<Layer> marked(String label, Series x, Series y, Layer.Stroke stroke, Layer.Mark mark) {
        return List.of(new Layer.Line(label, x, y, stroke), new Layer.Points("", x, y, mark));
    }
}
