package org.busbar.analyses.sensitivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SobolFromTableTest extends BenchContract {

    SobolFromTableTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    public Analysis analysis() {
        return new SobolFromTable(bench.artifacts());
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(
                ishigami("no", 64), ishigami("yes", 64).with("replicates", Quantity.of(20, "1")), ishigami("no", 100));
    }

    @Test
    void a_table_gives_what_the_function_gives() throws Exception {
        Values outputs = apply(ishigami("yes", 256));
        SobolIndices direct = SobolIndices.of(
                SobolRuns.of(new Saltelli(3, true), Known::ishigami, 256, Keyed.of(0, 0)),
                new Bootstrap(100, Keyed.of(0, 1)));
        assertArrayEquals(direct.first().values(), Bench.curve(outputs, "s1"), 1e-9);
        assertArrayEquals(direct.total().high(), Bench.curve(outputs, "st_high"), 1e-9);
        assertArrayEquals(direct.second().values(), Bench.curve(outputs, "s2"), 1e-9);
        assertEquals(new Text("x1*x2, x1*x3, x2*x3"), outputs.get("pairs"));
    }

    /** In 100 sets of 256 plain random blocks the intervals cover the truth nearly as often as they should. */
    @Test
    void intervals_cover_the_truth() throws Exception {
        double[] exact = Known.exact("ishigami", "ST");
        int covered = 0;
        for (int set = 0; set < 100; set++) {
            Keyed draws = Keyed.of(set);
            double[] y = new double[256 * 5];
            for (int block = 0; block < 256; block++) {
                double[][] runs = new Saltelli(3, false).runs(uniform(draws));
                for (int run = 0; run < 5; run++) {
                    y[5 * block + run] = Known.ishigami(runs[run]);
                }
            }
            Estimates total = SobolIndices.of(
                            SobolRuns.of(new Saltelli(3, false), y), new Bootstrap(40, Keyed.of(set, 1)))
                    .total();
            covered += total.low()[0] <= exact[0] && exact[0] <= total.high()[0] ? 1 : 0;
        }
        int found = covered;
        assertTrue(found >= 88 && found <= 99, () -> found + " of 100");
    }

    private static double[] uniform(Keyed draws) {
        double[] both = new double[6];
        for (int i = 0; i < both.length; i++) {
            both[i] = draws.uniform();
        }
        return both;
    }

    @Test
    void few_blocks_are_uncertain_and_zero_is_named() throws Exception {
        String few = Bench.quality(apply(ishigami("no", 256)));
        assertTrue(few.startsWith("suspicious") && few.contains("uncertainty_large: ST of x1 from "), few);
        String many = Bench.quality(apply(ishigami("no", 4096)));
        assertTrue(many.startsWith("ok") && many.contains("not_identifiable: S1 of x3 from "), many);
    }

    @Test
    void a_sum_of_indices_above_1_has_not_converged() throws Exception {
        double[] y = new double[8 * 4];
        for (int block = 0; block < 8; block++) {
            y[4 * block + 1] = block;
            y[4 * block + 2] = block;
            y[4 * block + 3] = block - 3.5;
        }
        SobolIndices indices = SobolIndices.of(SobolRuns.of(new Saltelli(2, false), y), new Bootstrap(10, Keyed.of(0)));
        String quality =
                new SobolJudgement(List.of("a", "b"), indices).quality().text().text();
        assertTrue(quality.startsWith("rejected; no_convergence: sum of S1 = "), quality);
    }

    @Test
    void draws_indices_and_interactions() throws Exception {
        assertEquals(List.of("sobol"), charts(ishigami("no", 16)));
        assertEquals(List.of("sobol", "interactions"), charts(ishigami("yes", 16)));
    }

    private Values ishigami(String secondOrder, int samples) throws Exception {
        Values design = new SobolDesign()
                .apply(AcceptanceTest.box()
                        .with("second_order", new Text(secondOrder))
                        .with("samples", Quantity.of(samples, "1")));
        return bench.table(Bench.rows(design, 3), Known::ishigamiOfAngles);
    }
}
