package org.busbar.analyses.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorrisDesignTest extends BenchContract {

    MorrisDesignTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    public Analysis analysis() {
        return new MorrisDesign();
    }

    @Override
    public List<Values> examples() {
        return List.of(AcceptanceTest.box(), AcceptanceTest.box().with("levels", Quantity.of(8, "1")));
    }

    @Test
    void each_level_is_met_equally_often() throws Exception {
        double[][] rows = Bench.rows(apply(AcceptanceTest.box().with("trajectories", Quantity.of(2000, "1"))), 3);
        assertEquals(8000, rows.length);
        for (int level = 0; level < 4; level++) {
            double value = Math.PI * (2.0 * level / 3 - 1);
            long met = List.of(rows).stream()
                    .filter(row -> Math.abs(row[1] - value) < 1e-9)
                    .count();
            assertEquals(2000, met, 200);
        }
    }

    @Test
    void each_input_moves_once_by_two_thirds() throws Exception {
        double[][] rows = Bench.rows(apply(AcceptanceTest.box()), 3);
        assertEquals(80, rows.length);
        for (int walk = 0; walk < 20; walk++) {
            for (int i = 0; i < 3; i++) {
                double moved = Math.abs(rows[4 * walk + 3][i] - rows[4 * walk][i]);
                assertEquals(2 * Math.PI * 2 / 3, moved, 1e-9);
            }
        }
    }
}
