package org.busbar.analyses.importance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers that the reference of the project asks for, from the files it gives. */
class AcceptanceTest {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    private static void assertWithin(double share, double[] expected, double[] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], share * Math.abs(expected[i]), "number " + i);
        }
    }

    @Test
    void t_statistics_of_the_linear_demo() {
        Values outputs = new LinearImportance(tables.store()).apply(tables.file("linear_demo.csv", "y"));
        assertArrayEquals(new double[] {41.272, 22.381, -1.070}, Tables.numbers(outputs, "t"), 1e-3);
    }

    @Test
    void standardised_coefficients_and_noise_of_the_linear_demo() {
        Values outputs = new LinearImportance(tables.store()).apply(tables.file("linear_demo.csv", "y"));
        double deviation = 0.488075 / Tables.number(outputs, "noise"); // of the output, from the published noise
        double[] coefficients = Tables.numbers(outputs, "coefficient");
        double[] expected = {3.265848, 1.758966, -.084178};
        for (int j = 0; j < expected.length; j++) {
            assertEquals(expected[j], deviation * coefficients[j], 1e-5);
        }
    }

    @Test
    void bayesian_t_statistics_with_a_given_prior() {
        LinearImportance linear = new LinearImportance(tables.store());
        Values inputs = tables.file("linear_demo.csv", "y");
        double deviation = 0.488075 / Tables.number(linear.apply(inputs), "noise");
        Values given = inputs.with("prior", new Text("given"))
                .with("prior_variance", Quantity.of(100 / (deviation * deviation), "1"));
        assertArrayEquals(
                new double[] {41.2709, 22.3804, -1.0699}, Tables.numbers(linear.apply(given), "bayes_t"), 1e-3);
    }

    @Test
    void folds_of_formulations_and_of_rows_of_the_hte_set() throws Exception {
        Values inputs = tables.file("hte_electrolyte_flores2022.tsv.gz", "k")
                .with("inputs", new Text("T, r, c"))
                .with("group", new Text("r, c"));
        Values outputs = new ModelCheck(tables.store()).apply(inputs);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, Tables.numbers(outputs, "degree"));
        assertArrayEquals(new double[] {4, 10, 20, 35, 56, 84}, Tables.numbers(outputs, "terms"));
        assertWithin(
                .005, new double[] {1.5899, .9154, .5424, .5297, .5584, .6421}, Tables.numbers(outputs, "group_rmse"));
        assertWithin(
                .005, new double[] {1.5899, .9635, .5171, .4671, .4577, .4582}, Tables.numbers(outputs, "row_rmse"));
        assertWithin(
                .005,
                new double[] {1.5456, .8738, .5029, .4590, .4442, .4336},
                Tables.numbers(outputs, "training_rmse"));
        assertEquals(4, Tables.number(outputs, "chosen_degree"));
        assertEquals(.302, Tables.numbers(outputs, "repeat_noise")[0], .001);
        assertTrue(Quality.of(outputs).orElseThrow().has("leakage"), Tables.text(outputs, "quality"));
        assertEquals(.95, Tables.number(outputs, "coverage"), .02);
    }

    @Test
    void folds_of_the_hte_set_have_the_sizes_of_the_reference() {
        Values inputs = tables.file("hte_electrolyte_flores2022.tsv.gz", "k")
                .with("inputs", new Text("T, r, c"))
                .with("group", new Text("r, c"));
        Folds folds = Folds.ofGroups(
                new TableInput("test", tables.store()).chosen(inputs).groups(), 5);
        assertEquals("5 folds of [630, 670, 746, 730, 850]", folds.toString());
    }

    @Test
    void coefficients_of_the_factorial_design() {
        Values outputs = new LinearImportance(tables.store()).apply(tables.file("factorial_2p3.csv", "y"));
        double unit = 2 / Tables.numbers(outputs, "coefficient")[0]; // x1, x2 and x3 have the same deviation
        assertEquals(-1.5, unit * Tables.numbers(outputs, "coefficient")[1], 1e-9);
        assertEquals(0, unit * Tables.numbers(outputs, "coefficient")[2], 1e-9);
        assertTrue(
                Tables.text(outputs, "equation").startsWith("y = 10.0000 +2.00000(0.50) x1 -1.50000(0.50) x2"),
                Tables.text(outputs, "equation"));
        assertArrayEquals(new double[] {1, 1, 1}, Tables.numbers(outputs, "vif"), 1e-9);
    }
}
