package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** What people look at after a lasso. */
final class LassoCharts {

    private static final double SHOWN_FROM = 3; // nothing is in at larger penalties

    private LassoCharts() {}

    static List<Chart> of(Values outputs) {
        List<String> names = Question.names(outputs);
        String explained = Question.explained(outputs);
        return List.of(
                Pictures.bars(
                        "coefficients",
                        "Coefficients of " + explained + " at the penalty of the one-standard-error rule",
                        "standard deviations per standard deviation",
                        names,
                        LinearCharts.numbers(outputs, "coefficient")),
                path(outputs, names, explained),
                errors(outputs, explained));
    }

    /** Each line is named at its end; marks at the end repeat the name, so that no colour is needed. */
    private static Chart path(Values outputs, List<String> names, String explained) {
        double[] lambda = LinearCharts.numbers(outputs, "lambda");
        double[] path = LinearCharts.numbers(outputs, "path");
        int from = first(lambda);
        Series x = Question.series(Arrays.copyOfRange(lambda, from, lambda.length));
        List<Layer> layers = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            int at = j * lambda.length;
            Series y = Question.series(Arrays.copyOfRange(path, at + from, at + lambda.length));
            layers.add(new Layer.Line(names.get(j), x, y, Layer.Stroke.values()[j % 3]));
        }
        layers.add(ends(lambda, path, names));
        layers.add(rule("one standard error", outputs, "lambda_sparse", Layer.Stroke.DASHED));
        layers.add(rule("smallest error", outputs, "lambda_best", Layer.Stroke.DOTTED));
        Axis coefficient = Axis.linear("standardised coefficient", "1");
        return new Chart(
                "lasso-path",
                "Coefficients of " + explained + " against the penalty",
                Axis.logarithmic("penalty", "1"),
                coefficient,
                layers,
                false);
    }

    private static int first(double[] lambda) {
        int first = 0;
        while (lambda[first] > SHOWN_FROM) {
            first++;
        }
        return first;
    }

    private static Layer ends(double[] lambda, double[] path, List<String> names) {
        double[] x = new double[names.size()];
        double[] y = new double[names.size()];
        for (int j = 0; j < x.length; j++) {
            x[j] = lambda[lambda.length - 1];
            y[j] = path[(j + 1) * lambda.length - 1];
        }
        Series none = Question.series();
        return new Layer.Points("", Question.series(x), Question.series(y), none, names, Layer.Mark.FILLED_CIRCLE);
    }

    private static Layer rule(String label, Values outputs, String name, Layer.Stroke stroke) {
        return new Layer.Rule(label, outputs.quantity(name).in(Unit.ONE), Unit.ONE, false, stroke);
    }

    private static Chart errors(Values outputs, String explained) {
        double[] lambda = LinearCharts.numbers(outputs, "lambda");
        double[] error = LinearCharts.numbers(outputs, "cv_error");
        double[] spread = LinearCharts.numbers(outputs, "cv_standard_error");
        int from = first(lambda);
        Layer points = new Layer.Points(
                "folds left out, one standard error",
                Question.series(Arrays.copyOfRange(lambda, from, lambda.length)),
                Question.series(Arrays.copyOfRange(error, from, lambda.length)),
                Question.series(Arrays.copyOfRange(spread, from, lambda.length)),
                List.of(),
                Layer.Mark.CIRCLE);
        return new Chart(
                "cross-validation",
                "Error for " + explained + " against the penalty",
                Axis.logarithmic("penalty", "1"),
                Axis.linear("mean square error / variance", "1"),
                points,
                rule("one standard error", outputs, "lambda_sparse", Layer.Stroke.DASHED),
                rule("smallest error", outputs, "lambda_best", Layer.Stroke.DOTTED));
    }
}
