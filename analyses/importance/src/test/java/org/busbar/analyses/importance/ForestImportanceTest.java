package org.busbar.analyses.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForestImportanceTest implements AnalysisContract {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    @Override
    public Analysis analysis() {
        return new ForestImportance(tables.store());
    }

    @Override
    public List<Values> examples() {
        return List.of(tables.file("linear_demo.csv", "y").with("trees", Quantity.of(50, "1")));
    }

    private Values curved() {
        return tables.of(Tables.drawn(150, 4, 1, x -> 3 * x[0] * x[0] + x[1] + .1 * x[4]), "y")
                .with("trees", Quantity.of(100, "1"));
    }

    @Test
    void draws_the_charts_of_the_readme() throws Exception {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis().charts(inputs, analysis().apply(inputs));
            assertEquals(
                    List.of("importance", "impurity", "parity", "residuals"),
                    charts.stream().map(Chart::name).toList());
        }
    }

    @Test
    void sees_a_parabola_that_a_straight_line_cannot() throws Exception {
        Values outputs = analysis().apply(curved());
        double[] importance = Tables.numbers(outputs, "importance");
        double[] impurity = Tables.numbers(outputs, "impurity");
        assertTrue(importance[0] > 1, Arrays.toString(importance));
        assertTrue(importance[0] > importance[1] && importance[1] > importance[2]);
        assertTrue(impurity[0] > impurity[1] && impurity[1] > impurity[2]);
        assertEquals(0, importance[3], .05);
        assertEquals(1, Arrays.stream(impurity).sum(), 1e-12);
    }

    @Test
    void another_seed_gives_other_numbers_within_the_spread() throws Exception {
        Values one = analysis().apply(curved());
        Values other = analysis().apply(curved().with("seed", Quantity.of(1, "1")));
        assertNotEquals(one, other);
        double[] spread = Tables.numbers(one, "spread");
        assertEquals(Tables.numbers(one, "importance")[0], Tables.numbers(other, "importance")[0], 5 * spread[0]);
    }

    @Test
    void noise_is_rejected() throws Exception {
        Values outputs = analysis().apply(tables.of(Tables.drawn(60, 2, 2, x -> x[2]), "y"));
        assertEquals(
                Quality.Level.REJECTED, Quality.of(outputs).orElseThrow().level(), Tables.text(outputs, "quality"));
    }

    @Test
    void inputs_that_repeat_each_other_are_flagged() throws Exception {
        StringBuilder csv = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 40; i++) {
            csv.append(i)
                    .append(',')
                    .append(i + .5 * (i % 2))
                    .append(',')
                    .append(i + i % 3)
                    .append('\n');
        }
        assertTrue(Quality.of(analysis().apply(tables.of(csv.toString(), "y")))
                .orElseThrow()
                .has("correlated"));
    }

    @Test
    void stops_when_told_to() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> Forest.grow(new double[][] {{1}, {2}}, new double[] {1, 2}, new Growth(50, 1, 1, 0)));
    }
}
