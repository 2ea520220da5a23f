package org.busbar.analyses.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class ChronopotentiometryTest implements AnalysisContract {

    private final Chronopotentiometry analysis = new Chronopotentiometry();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() throws IOException {
        return List.of(Records.sand(1.17, 50e-6));
    }

    @Test
    void each_example_gives_the_charts_of_the_readme() throws IOException {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis.charts(inputs, analysis.apply(inputs));
            assertEquals(
                    List.of("transitions"), charts.stream().map(Chart::name).toList());
        }
    }
}
