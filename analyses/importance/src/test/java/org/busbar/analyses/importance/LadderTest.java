package org.busbar.analyses.importance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LadderTest implements AnalysisContract {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    @Override
    public Analysis analysis() {
        return new Ladder(tables.store());
    }

    @Override
    public List<Values> examples() {
        return List.of(tables.file("linear_demo.csv", "y"));
    }

    @Test
    void all_methods_agree_on_the_linear_demo() throws Exception {
        Values outputs = analysis().apply(examples().get(0));
        for (String method : List.of("rank_t", "rank_bayes", "rank_lasso", "rank_forest", "rank_mean")) {
            assertArrayEquals(new double[] {1, 2, 3}, Tables.numbers(outputs, method), method);
        }
    }

    @Test
    void draws_the_charts_of_the_readme() throws Exception {
        Values inputs = examples().get(0);
        assertEquals(
                List.of("mean-rank", "ranks"),
                analysis().charts(inputs, analysis().apply(inputs)).stream()
                        .map(Chart::name)
                        .toList());
    }

    @Test
    void equal_importances_share_the_mean_of_their_places() {
        assertArrayEquals(new double[] {2.5, 1, 2.5, 4}, Ranks.of(new double[] {3, 5, 3, 1}));
    }
}
