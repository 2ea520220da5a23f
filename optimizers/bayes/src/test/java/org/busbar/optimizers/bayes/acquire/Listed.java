package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import org.busbar.api.optimize.Model;

/** Means and deviations by the first number of a row, which is their place; nothing varies together. */
record Listed(double[] means, double[] deviations) implements Model {

    /** Rows of all places. */
    static double[][] rows(int count) {
        double[][] rows = new double[count][1];
        for (int i = 0; i < count; i++) {
            rows[i][0] = i;
        }
        return rows;
    }

    @Override
    public Forecast predict(double[][] rows) {
        return new Forecast(
                Arrays.stream(rows).mapToDouble(row -> means[(int) row[0]]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> deviations[(int) row[0]]).toArray());
    }

    @Override
    public Model with(double[] row, double value) {
        double[] more = means.clone();
        double[] less = deviations.clone();
        more[(int) row[0]] = value;
        less[(int) row[0]] = 0;
        return new Listed(more, less);
    }
}
