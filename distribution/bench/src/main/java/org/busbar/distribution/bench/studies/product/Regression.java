package org.busbar.distribution.bench.studies.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Training;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/** A surrogate that was taught values in a unit of their own. Immutable. */
public final class Regression {

    private final Model model;
    private final String surrogate;
    private final double mean;
    private final double scale;

    private Regression(Model model, String surrogate, double mean, double scale) {
        this.model = model;
        this.surrogate = surrogate;
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * Teaches a surrogate.
     *
     * @param surrogate its {@code lab.id}
     * @param rows numbers from 0 to 1, each row as long
     * @param values one per row
     * @throws InterruptedException if told to stop
     */
    public static Regression fit(String surrogate, double[][] rows, double[] values, long seed)
            throws InterruptedException {
        double mean = Sample.mean(values);
        double deviation = Sample.deviation(values);
        double scale = deviation > 0 ? deviation : 1;
        double[] scaled = Arrays.stream(values).map(v -> (v - mean) / scale).toArray();
        double[] unknown = new double[values.length];
        Arrays.fill(unknown, Double.NaN);
        Training training =
                new Training(columns(rows[0].length), rows, scaled, unknown, List.of(), Values.none(), seed);
        Model model = Shelf.OF_THE_PLATFORM.surrogate(surrogate).fit(training);
        return new Regression(model, surrogate, mean, scale);
    }

    private static List<Column> columns(int width) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new Column("x" + i, Column.Kind.NUMBER));
        }
        return columns;
    }

    /** What it expects at some rows. */
    public List<Expectation> at(double[][] rows) {
        Model.Forecast forecast = model.predict(rows);
        double noise = model.noise();
        List<Expectation> expected = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double own = forecast.deviations()[i];
            double total = Math.sqrt(own * own + noise);
            boolean abstains = surrogate.equals("polynomial") && own == 1;
            expected.add(new Expectation(mean + scale * forecast.means()[i], scale * total, abstains));
        }
        return expected;
    }

    /** What was learnt, on the scale of mean 0 and deviation 1. */
    public Model model() {
        return model;
    }
}
