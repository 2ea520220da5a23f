package org.busbar.analyses.importance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest implements AnalysisContract {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    @Override
    public Analysis analysis() {
        return new ModelCheck(tables.store());
    }

    @Override
    public List<Values> examples() {
        Values curved = curved(60);
        return List.of(
                curved,
                curved.with("assignment", new Text("drawn")).with("seed", Quantity.of(3, "1")),
                forest(curved(30)).with("folds", Quantity.of(2, "1")));
    }

    private static Values forest(Values inputs) {
        return inputs.with("model", new Text("forest")).with("trees", Quantity.of(50, "1"));
    }

    private Values curved(int rows) {
        return tables.of(Tables.drawn(rows, 2, 1, x -> 2 * x[0] * x[0] - x[1] + .2 * x[2]), "y");
    }

    @Test
    void draws_the_charts_of_the_readme() throws Exception {
        Values curved = curved(120);
        assertEquals(
                List.of("parity", "learning-curve", "degrees", "residuals", "residuals-1", "residuals-2"),
                names(curved));
        assertEquals(
                List.of("parity", "learning-curve", "residuals", "residuals-1", "residuals-2"),
                names(curved.with("model", new Text("linear"))));
    }

    private List<String> names(Values inputs) throws InterruptedException {
        return analysis().charts(inputs, analysis().apply(inputs)).stream()
                .map(Chart::name)
                .toList();
    }

    @Test
    void the_degree_of_a_parabola_is_found_and_its_noise() throws Exception {
        Values outputs = analysis().apply(curved(200));
        assertEquals(2, Tables.number(outputs, "chosen_degree"));
        assertEquals(.2, Tables.number(outputs, "rmse"), .03);
        assertEquals(.95, Tables.number(outputs, "coverage"), .03);
    }

    @Test
    void a_straight_line_through_a_parabola_is_flagged() throws Exception {
        Values inputs = tables.of(Tables.drawn(200, 1, 1, x -> 3 * x[0] + x[0] * x[0] + .05 * x[1]), "y");
        Values outputs = analysis().apply(inputs.with("model", new Text("linear")));
        assertTrue(Quality.of(outputs).orElseThrow().has("model_rejected"), Tables.text(outputs, "quality"));
    }

    @Test
    void the_learning_curve_falls_towards_the_noise() throws Exception {
        Values outputs = analysis().apply(curved(400));
        double[] testing = Tables.numbers(outputs, "learning_rmse");
        double[] rows = Tables.numbers(outputs, "learning_rows");
        assertTrue(testing[0] > testing[testing.length - 1]);
        assertEquals(320, rows[rows.length - 1]);
        assertEquals(Tables.number(outputs, "rmse"), testing[testing.length - 1], 1e-9);
    }

    @Test
    void rows_that_repeat_others_without_a_group_are_flagged() throws Exception {
        String once = Tables.drawn(30, 2, 4, x -> x[0] + .1 * x[2]);
        String twice = once + once.substring(once.indexOf('\n') + 1);
        Values outputs = analysis().apply(tables.of(twice, "y"));
        Quality quality = Quality.of(outputs).orElseThrow();
        assertTrue(quality.flags().stream().anyMatch(flag -> flag.startsWith("leakage: 30 rows")), quality.toString());
        assertArrayEquals(new double[] {0}, Tables.numbers(outputs, "repeat_noise"), 1e-12);
    }

    @Test
    void an_effect_of_the_batch_shows_in_folds_of_groups_only() throws Exception {
        StringBuilder csv = new StringBuilder("batch,a,b,y\n");
        for (int i = 0; i < 120; i++) {
            int batch = i / 10;
            csv.append("B")
                    .append(batch)
                    .append(',')
                    .append(batch * batch % 7 + .01 * (i % 10))
                    .append(',');
            csv.append(i % 13).append(',').append(batch * 5 % 12 + .1 * (i % 7)).append('\n');
        }
        Values inputs = tables.of(csv.toString(), "y").with("group", new Text("batch"));
        Values outputs = analysis().apply(forest(inputs));
        double group = Tables.numbers(outputs, "group_rmse")[0];
        double row = Tables.numbers(outputs, "row_rmse")[0];
        assertTrue(row < .7 * group, row + " and " + group);
        assertTrue(Quality.of(outputs).orElseThrow().has("leakage"));
    }

    /** Twelve batches that obey one law, of which batch 4 is given in a unit that is 100 times larger. */
    private Values batches() {
        StringBuilder csv = new StringBuilder("batch,a,y [mS/cm]\n");
        for (int i = 0; i < 120; i++) {
            double y = 5 + i % 10 + .1 * (i * 7 % 11);
            csv.append(i / 10)
                    .append(',')
                    .append(i % 10)
                    .append(',')
                    .append(i / 10 == 4 ? y / 100 : y)
                    .append('\n');
        }
        return tables.of(csv.toString(), "y").with("group", new Text("batch"));
    }

    @Test
    void a_group_in_another_unit_is_named() throws Exception {
        Values outputs = analysis().apply(batches());
        Quality quality = Quality.of(outputs).orElseThrow();
        assertTrue(
                quality.flags().stream().anyMatch(flag -> flag.startsWith("unit_error") && flag.contains("group 4.0 ")),
                quality.toString());
        double[] ratios = Tables.numbers(outputs, "group_log10_ratio");
        assertEquals(12, ratios.length);
        assertEquals(-2, ratios[4], .1);
        assertTrue(names(batches()).contains("groups"));
    }

    @Test
    void noise_alone_is_rejected() throws Exception {
        Values outputs = analysis().apply(tables.of(Tables.drawn(60, 2, 8, x -> x[2]), "y"));
        assertEquals(Quality.Level.REJECTED, Quality.of(outputs).orElseThrow().level());
    }

    @Test
    void groups_stay_together_and_go_in_the_order_of_their_numbers() {
        Folds folds = Folds.ofGroups(List.of("10.0, a", "9.0, a", "10.0, a", "9.0, b", "-1.0E-4, z"), 3);
        assertArrayEquals(new int[] {0, 1, 0, 2, 0}, folds.of());
    }

    @Test
    void monomials_are_as_many_as_combinations() {
        for (int inputs = 1; inputs <= 4; inputs++) {
            for (int degree = 1; degree <= 5; degree++) {
                assertEquals(
                        Monomials.count(inputs, degree),
                        Monomials.of(inputs, degree).size());
            }
        }
        assertArrayEquals(new double[] {2, 3, 4, 6, 9}, Monomials.of(2, 2).at(new double[] {2, 3}));
    }

    @Test
    void a_polynomial_without_ridge_goes_through_what_is_one() throws Exception {
        double[][] x = {{1}, {2}, {4}, {5}, {7}};
        double[] y = {1, 8, 64, 125, 343};
        Polynomial cubic = new Polynomial.OfDegree(3, 0).learn(x, y);
        assertEquals(27, cubic.predict(new double[] {3}), 1e-9);
    }
}
