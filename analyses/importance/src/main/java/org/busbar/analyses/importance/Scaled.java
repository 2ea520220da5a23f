package org.busbar.analyses.importance;

import java.util.List;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.Standard;

/**
 * Inputs and output with mean 0 and standard deviation 1.
 *
 * @param x one array per input, as long as {@code y}
 * @param scales of the inputs
 */
record Scaled(double[][] x, double[] y, List<Standard> scales, Standard scale) {

    /** With the number of rows less one as divisor. */
    static Scaled of(Chosen chosen) {
        List<Standard> scales = chosen.inputs().stream()
                .map(column -> Standard.ofSample(column.values().values()))
                .toList();
        Standard scale = Standard.ofSample(chosen.y());
        double[][] x = new double[scales.size()][];
        for (int j = 0; j < x.length; j++) {
            x[j] = scales.get(j).of(chosen.inputs().get(j).values().values());
        }
        return new Scaled(x, scale.of(chosen.y()), scales, scale);
    }

    int rows() {
        return y.length;
    }

    int width() {
        return x.length;
    }

    /** The sum of coefficient times input, for each row, standardised. */
    double[] fitted(double[] coefficients) {
        double[] fitted = new double[y.length];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] += coefficients[j] * x[j][i];
            }
        }
        return fitted;
    }

    /** The sum of (y - fitted)^2. */
    double misfit(double[] coefficients) {
        double[] fitted = fitted(coefficients);
        double sum = 0;
        for (int i = 0; i < fitted.length; i++) {
            sum += (y[i] - fitted[i]) * (y[i] - fitted[i]);
        }
        return sum;
    }

    /** Standardised outputs in the unit of the table. */
    double[] unscaled(double[] standardised) {
        double[] values = new double[standardised.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = scale.mean() + scale.deviation() * standardised[i];
        }
        return values;
    }
}
