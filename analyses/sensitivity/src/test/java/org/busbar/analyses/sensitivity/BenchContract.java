package org.busbar.analyses.sensitivity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of an analysis whose tables lie in a store. */
abstract class BenchContract implements AnalysisContract {

    final Bench bench;

    BenchContract(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    Values apply(Values inputs) throws InterruptedException {
        return analysis().apply(inputs);
    }

    List<String> charts(Values inputs) throws InterruptedException {
        Analysis analysis = analysis();
        return analysis.charts(inputs, apply(inputs)).stream().map(Chart::name).toList();
    }
}
