package org.busbar.analyses.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class ScanRateSeriesTest implements AnalysisContract {

    private final ScanRateSeries analysis = new ScanRateSeries();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() {
        return List.of(Records.electrode(7.07e-6, 1)
                .with("temperature", Quantity.of(25, 0.1, "Cel"))
                .with("scan_rate", Series.of("mV/s", 20, 50, 100, 200))
                .with("peak_current", Series.of("uA", -6.85, -10.83, -15.31, -21.66)));
    }

    @Test
    void each_example_gives_the_charts_of_the_readme() {
        for (Values inputs : examples()) {
            assertEquals(
                    "peak-current",
                    analysis.charts(inputs, analysis.apply(inputs)).get(0).name());
        }
    }
}
