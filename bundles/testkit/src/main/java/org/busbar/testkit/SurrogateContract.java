package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;
import org.junit.jupiter.api.Test;

/** What every surrogate must hold, on a smooth function of two numbers and on training that says little. */
public interface SurrogateContract {

    Surrogate surrogate();

    @Test
    default void learns_which_places_are_good() throws Exception {
        double[][] places = places(200, 5);
        double[] truth = values(places);
        double[] means = model(30).predict(places).means();
        assertTrue(correlation(means, truth) > 0.6, "what is expected has little to do with what is");
    }

    @Test
    default void learns_the_same_from_the_same() throws Exception {
        double[][] places = places(20, 6);
        Model.Forecast one = model(12).predict(places);
        Model.Forecast two = model(12).predict(places);
        assertArrayEquals(one.means(), two.means());
        assertArrayEquals(one.deviations(), two.deviations());
    }

    @Test
    default void expects_something_whatever_little_it_was_told() throws Exception {
        assertSound(surrogate().fit(training(new double[0][], new double[0])));
        assertSound(surrogate().fit(training(new double[][] {{0.5, 0.5}}, new double[] {0})));
        assertSound(surrogate().fit(training(places(6, 1), new double[6])));
        double[][] twice = {{0.5, 0.5}, {0.5, 0.5}, {0.1, 0.9}};
        assertSound(surrogate().fit(training(twice, new double[] {-1, 1, 0})));
    }

    @Test
    default void believes_one_value_more() throws Exception {
        double[] row = {0.05, 0.95};
        Model before = model(20);
        Model after = before.with(row, 4);
        double[][] place = {row};
        assertTrue(after.predict(place).means()[0] >= before.predict(place).means()[0], "a high value lowers the mean");
        assertSound(after);
    }

    @Test
    default void knows_how_rows_vary_together() throws Exception {
        double[][] places = places(5, 9);
        Model model = model(15);
        double[][] covariance = model.covariance(places);
        double[] deviations = model.predict(places).deviations();
        for (int i = 0; i < places.length; i++) {
            assertEquals(deviations[i] * deviations[i], covariance[i][i], 1e-6);
            for (int j = 0; j < i; j++) {
                assertEquals(covariance[i][j], covariance[j][i], 1e-9);
            }
        }
    }

    @Test
    default void its_slopes_are_those_of_what_it_expects() throws Exception {
        Model model = model(15);
        double[] row = {0.31, 0.62};
        if (model.slope(row).isPresent()) {
            Model.Slope slope = model.slope(row).orElseThrow();
            for (int i = 0; i < 2; i++) {
                double[] up = row.clone();
                double[] down = row.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                Model.Forecast around = model.predict(new double[][] {up, down});
                assertEquals((around.means()[0] - around.means()[1]) / 2e-5, slope.ofMean()[i], 1e-3);
                assertEquals((around.deviations()[0] - around.deviations()[1]) / 2e-5, slope.ofDeviation()[i], 1e-3);
            }
        }
    }

    private Model model(int rows) throws InterruptedException {
        double[][] places = places(rows, 3);
        return surrogate().fit(training(places, values(places)));
    }

    private static void assertSound(Model model) {
        Model.Forecast forecast = model.predict(places(10, 2));
        assertTrue(Arrays.stream(forecast.means()).allMatch(Double::isFinite), "a mean is no finite number");
        assertTrue(
                Arrays.stream(forecast.deviations()).allMatch(sd -> sd >= 0 && Double.isFinite(sd)),
                "a deviation is none");
    }

    private static Training training(double[][] rows, double[] values) {
        double[] variances = new double[values.length];
        Arrays.fill(variances, Double.NaN);
        List<Column> columns = List.of(new Column("x", Column.Kind.NUMBER), new Column("y", Column.Kind.NUMBER));
        return new Training(columns, rows, values, variances, List.of(), Values.none(), 7);
    }

    private static double[][] places(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new double[] {random.nextDouble(), random.nextDouble()};
        }
        return rows;
    }

    /** About 0 and 1 in mean and standard deviation over the square. */
    private static double[] values(double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> 2 * row[0] - 1 + 2 * Math.sin(3 * row[1]) - 1.3)
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 1e-300;
        double bb = 1e-300;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
