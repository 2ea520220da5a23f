package org.busbar.analyses.gitt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class IciTest implements AnalysisContract {

    private final Ici ici = new Ici();

    @Override
    public Analysis analysis() {
        return ici;
    }

    @Override
    public List<Values> examples() throws Exception {
        Values noisy = Recordings.ici("ici_noise.csv");
        return List.of(noisy, Recordings.with(noisy, "fitted_together", "all-pulses"));
    }

    @Test
    void every_example_has_all_pictures() throws Exception {
        for (Values inputs : examples()) {
            assertEquals(6, ici.charts(inputs, ici.apply(inputs)).size());
        }
    }

    @Test
    void the_formula_of_the_peer_is_flagged_where_asked_for() throws Exception {
        Values inputs = Recordings.ici("ici_exact.csv");
        Quality asked = Quality.of(ici.apply(Recordings.with(inputs, "method", "peer:ampworks")))
                .orElseThrow();
        assertTrue(asked.has("window_biased"), asked::toString);
        assertTrue(!Quality.of(ici.apply(inputs)).orElseThrow().has("window_biased"));
    }
}
