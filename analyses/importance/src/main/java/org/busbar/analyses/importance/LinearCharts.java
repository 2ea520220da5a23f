package org.busbar.analyses.importance;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.chart.Chart;

/** What people look at after a linear regression. */
final class LinearCharts {

    private LinearCharts() {}

    static List<Chart> of(Values outputs) {
        List<String> names = Question.names(outputs);
        String explained = Question.explained(outputs);
        double[] measured = numbers(outputs, "measured");
        double[] predicted = numbers(outputs, "predicted");
        double[][] coefficients = {numbers(outputs, "coefficient"), numbers(outputs, "low"), numbers(outputs, "high")};
        return List.of(
                Pictures.bars(
                        "coefficients",
                        "Standardised coefficients of " + explained + " with 95 % intervals",
                        "standard deviations per standard deviation",
                        names,
                        coefficients),
                Pictures.bars("t-statistics", "t statistics of " + explained, "t", names, numbers(outputs, "t"), -2, 2),
                Pictures.parity(explained, measured, predicted),
                Pictures.residuals(
                        "residuals", explained, "predicted " + explained, predicted, differences(measured, predicted)));
    }

    static double[] numbers(Values outputs, String name) {
        return outputs.get(Question.curve(name));
    }

    static double[] differences(double[] measured, double[] predicted) {
        double[] differences = measured.clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= predicted[i];
        }
        return differences;
    }
}
