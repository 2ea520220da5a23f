package org.busbar.analyses.importance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LassoTest implements AnalysisContract {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    @Override
    public Analysis analysis() {
        return new Lasso(tables.store());
    }

    @Override
    public List<Values> examples() {
        return List.of(
                tables.file("linear_demo.csv", "y"),
                tables.of(Tables.drawn(20, 25, 5, x -> x[7] - x[20] + x[25]), "y")
                        .with("assignment", new Text("drawn")));
    }

    /** More inputs than rows, of which three matter. */
    private Values wide() {
        return tables.of(Tables.drawn(40, 60, 5, x -> 4 * x[7] - 3 * x[20] + 2 * x[33] + .3 * x[60]), "y");
    }

    @Test
    void draws_the_charts_of_the_readme() throws Exception {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis().charts(inputs, analysis().apply(inputs));
            assertEquals(
                    List.of("coefficients", "lasso-path", "cross-validation"),
                    charts.stream().map(Chart::name).toList());
        }
    }

    @Test
    void finds_three_inputs_among_more_inputs_than_rows_in_their_order() throws Exception {
        Values outputs = analysis().apply(wide());
        double[] entry = Tables.numbers(outputs, "entry");
        assertArrayEquals(new double[] {1, 2, 3}, new double[] {entry[7], entry[20], entry[33]});
        double[] coefficients = Tables.numbers(outputs, "coefficient");
        assertTrue(coefficients[7] > 0 && coefficients[20] < 0 && coefficients[33] > 0);
        assertTrue(Tables.number(outputs, "r2") > .9);
    }

    @Test
    void the_whole_path_is_found_with_more_inputs_than_rows() throws Exception {
        assertEquals("ok", Tables.text(analysis().apply(wide()), "quality"));
    }

    @Test
    void the_path_has_the_conditions_of_an_optimum() throws Exception {
        double[][] x = {{1, 0, 2}, {2, 1, 1}, {3, 5, 2}, {4, 2, 7}, {1, 8, 3}, {0, 2, 2}};
        CoordinateDescent problem =
                LassoData.of(x, new double[] {1, 3, 2, 5, 4, 1}).problem();
        for (double lambda : new double[] {.5, .1, 1e-3}) {
            double[] b = new double[3];
            assertTrue(problem.solve(lambda, b));
            for (int j = 0; j < 3; j++) {
                double slope = problem.withOutput()[j];
                for (int k = 0; k < 3; k++) {
                    slope -= problem.products()[j][k] * b[k];
                }
                assertEquals(b[j] == 0 ? Math.min(lambda, Math.abs(slope)) : lambda, Math.abs(slope), 1e-6);
            }
        }
    }

    @Test
    void without_penalty_it_is_least_squares() throws Exception {
        Values inputs = tables.file("linear_demo.csv", "y");
        double[] path = Tables.numbers(analysis().apply(inputs), "path");
        double[] least = Tables.numbers(new LinearImportance(tables.store()).apply(inputs), "coefficient");
        for (int j = 0; j < 3; j++) {
            assertEquals(least[j], path[121 * (j + 1) - 1], 1e-5);
        }
    }

    @Test
    void an_input_that_does_nothing_is_left_out_by_the_rule_of_one_standard_error() throws Exception {
        Values outputs = analysis().apply(tables.file("linear_demo.csv", "y"));
        assertEquals("x1, x2", Tables.text(outputs, "selected"));
        assertTrue(Tables.number(outputs, "lambda_sparse") >= Tables.number(outputs, "lambda_best"));
    }

    @Test
    void noise_selects_nothing_and_says_so() throws Exception {
        Values outputs = analysis().apply(tables.of(Tables.drawn(50, 4, 9, x -> x[4]), "y"));
        assertEquals("", Tables.text(outputs, "selected"));
        assertTrue(Quality.of(outputs).orElseThrow().has("at_bound"));
    }
}
