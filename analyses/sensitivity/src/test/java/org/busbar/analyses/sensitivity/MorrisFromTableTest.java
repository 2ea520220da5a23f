package org.busbar.analyses.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorrisFromTableTest extends BenchContract {

    MorrisFromTableTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    public Analysis analysis() {
        return new MorrisFromTable(bench.artifacts());
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(bench.file("morris_demo.csv"), ishigami());
    }

    @Test
    void ranges_scale_the_effects() throws Exception {
        Values wider = bench.file("morris_demo.csv")
                .with("low", Series.of("1", 0, 0, 0))
                .with("high", Series.of("1", 2, 1, 1));
        Values found = apply(wider);
        assertEquals(2 * 13.0 / 6, Bench.curve(found, "mu_star")[0], 1e-9);
        assertEquals(0.5, Bench.curve(found, "mu_star")[1], 1e-9);
    }

    @Test
    void an_input_without_effect_is_named() throws Exception {
        Values design = new MorrisDesign().apply(AcceptanceTest.box());
        String quality = Bench.quality(apply(bench.table(Bench.rows(design, 3), x -> x[0] + x[1])));
        assertTrue(quality.contains("not_identifiable: mu* of x3 from 0.0 to 0.0"), quality);
    }

    @Test
    void draws_size_against_spread_and_bars() throws Exception {
        assertEquals(List.of("morris", "importance"), charts(ishigami()));
    }

    private Values ishigami() throws Exception {
        Values design = new MorrisDesign().apply(AcceptanceTest.box());
        return bench.table(Bench.rows(design, 3), Known::ishigamiOfAngles);
    }
}
