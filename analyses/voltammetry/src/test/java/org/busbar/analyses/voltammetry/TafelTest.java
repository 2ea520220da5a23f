package org.busbar.analyses.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class TafelTest implements AnalysisContract {

    private final Tafel analysis = new Tafel();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(Records.tafel(0.01, 0));
    }

    @Test
    void each_example_gives_the_charts_of_the_readme() throws IOException {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis.charts(inputs, analysis.apply(inputs));
            assertEquals(List.of("tafel"), charts.stream().map(Chart::name).toList());
        }
    }
}
