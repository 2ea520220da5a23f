package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.List;
import org.busbar.analyses.tables.Standard;

/** Rows standardised by their own means and deviations, and what the lasso needs of them. */
record LassoData(List<Standard> scales, Standard scale, CoordinateDescent problem) {

    static LassoData of(double[][] x, double[] y) {
        List<Standard> scales = new ArrayList<>();
        double[][] columns = new double[x[0].length][];
        for (int j = 0; j < columns.length; j++) {
            double[] column = column(x, j);
            scales.add(Standard.ofPopulation(column));
            columns[j] = scales.get(j).deviation() == 0
                    ? new double[x.length]
                    : scales.get(j).of(column);
        }
        Standard scale = Standard.ofPopulation(y);
        double[] scaled = scale.deviation() == 0 ? new double[y.length] : scale.of(y);
        return new LassoData(scales, scale, CoordinateDescent.of(columns, scaled));
    }

    private static double[] column(double[][] x, int j) {
        double[] column = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            column[i] = x[i][j];
        }
        return column;
    }

    /** In the unit of the output. */
    double predict(double[] coefficients, double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            Standard of = scales.get(j);
            sum += coefficients[j] == 0 ? 0 : coefficients[j] * (row[j] - of.mean()) / of.deviation();
        }
        return scale.mean() + scale.deviation() * sum;
    }
}
