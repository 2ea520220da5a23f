package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.search.numeric.Keyed;

/** What is expected before anything was learnt: 0 with a deviation of 1, the mean and the deviation of all values. */
record NoForest(Training training, Settings settings) implements Model {

    @Override
    public Forecast predict(double[][] rows) {
        double[] deviations = new double[rows.length];
        Arrays.fill(deviations, 1);
        return new Forecast(new double[rows.length], deviations);
    }

    /** Grows a forest on that one value. */
    @Override
    public Model with(double[] row, double value) {
        double[][] rows = {row.clone()};
        SplittableRandom random = new SplittableRandom(Keyed.of(training.seed()).next());
        Forest forest = Forest.fit(rows, new double[] {value}, settings.growth(), random);
        return new ForestModel(rows, forest, settings, 0);
    }
}
