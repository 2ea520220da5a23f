package org.busbar.optimizers.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;
import org.busbar.testkit.SurrogateContract;
import org.junit.jupiter.api.Test;

class ForestSurrogateTest implements SurrogateContract {

    private static final Values JACKKNIFE = Values.of("variance", new Text("jackknife"));

    @Override
    public Surrogate surrogate() {
        return new ForestSurrogate();
    }

    private static Model fitted(int count, double noise, Values settings) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(4);
        double[][] rows = new double[count][];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            rows[i] = new double[] {random.nextDouble(), random.nextDouble()};
            values[i] = 4 * rows[i][0] - 2 + noise * random.nextGaussian();
        }
        return fitted(rows, values, settings);
    }

    private static Model fitted(double[][] rows, double[] values, Values settings) throws InterruptedException {
        double[] unknown = new double[values.length];
        Arrays.fill(unknown, Double.NaN);
        List<Column> columns = List.of(new Column("x", Column.Kind.NUMBER), new Column("y", Column.Kind.NUMBER));
        return new ForestSurrogate().fit(new Training(columns, rows, values, unknown, List.of(), settings, 5));
    }

    @Test
    void the_noise_is_what_varies_within_leaves() throws Exception {
        Model noisy = fitted(300, 0.5, Values.of("leaf", Quantity.of(8, "1")));
        assertEquals(0.5, Math.sqrt(noisy.noise()), 0.15);
        assertTrue(fitted(300, 0, Values.of("leaf", Quantity.of(8, "1"))).noise() < 0.02);
    }

    @Test
    void a_forest_is_surer_than_its_trees_by_the_jackknife() throws Exception {
        double[][] place = {{0.5, 0.5}};
        Values leaf = Values.of("leaf", Quantity.of(3, "1")).with("trees", Quantity.of(500, "1"));
        double tree = fitted(100, 0.5, leaf).predict(place).deviations()[0];
        double forest = fitted(100, 0.5, leaf.with(JACKKNIFE)).predict(place).deviations()[0];
        assertTrue(forest > 0.01 && forest < tree, forest + " and " + tree);
    }

    /** Of 60 forests of the mean of 30 values each, which each tree can but repeat: 1/sqrt(30) = 0.18 each. */
    @Test
    void the_jackknife_is_the_deviation_among_forests_of_other_samples() throws Exception {
        SplittableRandom random = new SplittableRandom(9);
        Values settings = JACKKNIFE.with("leaf", Quantity.of(1000, "1")).with("trees", Quantity.of(1000, "1"));
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            double[] values =
                    random.doubles(30).map(u -> (u - 0.5) * Math.sqrt(12)).toArray();
            sum += Math.pow(
                            fitted(new double[30][2], values, settings)
                                    .predict(new double[1][2])
                                    .deviations()[0],
                            2)
                    / 60;
        }
        assertEquals(1 / Math.sqrt(30), Math.sqrt(sum), 0.03);
    }

    @Test
    void a_value_believed_takes_away_the_doubt_at_its_row() throws Exception {
        Model before = fitted(20, 0, Values.none());
        double[] row = {0.5, 0.5};
        Model.Forecast was = before.predict(new double[][] {row});
        Model after = before.with(row, was.means()[0]);
        assertTrue(after.predict(new double[][] {row}).deviations()[0] < 0.8 * was.deviations()[0]);
        assertArrayEquals(was.means(), before.predict(new double[][] {row}).means());
        assertTrue(before.leftOut().isPresent() && after.leftOut().isEmpty());
    }

    @Test
    void what_is_left_out_is_expected_without_its_value() throws Exception {
        double[][] rows = new double[30][];
        Arrays.setAll(rows, i -> new double[] {i / 29.0, i % 7 / 6.0});
        double[] values = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
        values[10] = 50;
        Model.Forecast leftOut = fitted(rows, values, Values.none()).leftOut().orElseThrow();
        assertEquals(rows[10][0], leftOut.means()[10], 0.2);
    }

    @Test
    void the_column_that_matters_is_the_relevant_one() throws Exception {
        double[] relevances = fitted(40, 0, Values.none()).relevances();
        assertEquals(1, relevances[0] + relevances[1], 1e-12);
        assertTrue(relevances[0] > 0.9, Arrays.toString(relevances));
    }

    @Test
    void takes_no_setting_it_does_not_know() {
        for (Values settings : List.of(
                Values.of("tree", Quantity.of(200, "1")),
                Values.of("trees", Quantity.of(1, "1")),
                Values.of("variance", new Text("none")))) {
            String message = assertThrows(IllegalArgumentException.class, () -> fitted(10, 0, settings))
                    .getMessage();
            assertTrue(message.contains(settings.names().iterator().next()), message);
        }
    }

    @Test
    void before_anything_is_known_everything_is_open() throws Exception {
        Model nothing = fitted(new double[0][], new double[0], Values.none());
        double[][] place = {{0.5, 0.5}};
        assertArrayEquals(new double[] {1}, nothing.predict(place).deviations());
        assertEquals(3, nothing.with(place[0], 3).predict(place).means()[0], 1e-12);
    }

    @Test
    void stops_when_told_to() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> fitted(10, 0, Values.none()));
    }
}
