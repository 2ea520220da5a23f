package org.busbar.analyses.sensitivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SobolDesignTest extends BenchContract {

    SobolDesignTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    public Analysis analysis() {
        return new SobolDesign();
    }

    @Override
    public List<Values> examples() {
        return List.of(
                AcceptanceTest.box(),
                AcceptanceTest.box().with("second_order", new Text("yes")).with("samples", Quantity.of(100, "1")));
    }

    @Test
    void blocks_are_a_then_a_with_columns_of_b_then_b() throws Exception {
        double[][] rows = Bench.rows(apply(AcceptanceTest.box().with("second_order", new Text("yes"))), 3);
        assertEquals(1024 * 8, rows.length);
        double[] a = rows[0];
        double[] b = rows[7];
        assertArrayEquals(new double[] {b[0], a[1], a[2]}, rows[1]);
        assertArrayEquals(new double[] {a[0], a[1], b[2]}, rows[3]);
        assertArrayEquals(new double[] {a[0], b[1], b[2]}, rows[4]);
        assertArrayEquals(new double[] {b[0], b[1], a[2]}, rows[6]);
    }

    @Test
    void a_logarithmic_range_has_its_geometric_mean_in_the_middle() throws Exception {
        Values inputs = Values.of("inputs", new Text("d [m2/s], t [Cel]"))
                .with("low", Series.of("1", 1e-16, 20))
                .with("high", Series.of("1", 1e-12, 40))
                .with("distributions", new Text("log-uniform, uniform"));
        double[][] rows = Bench.rows(apply(inputs), 2);
        long below = List.of(rows).stream().filter(row -> row[0] < 1e-14).count();
        assertEquals(rows.length / 2, below, 1);
        for (double[] row : rows) {
            assertTrue(row[0] >= 1e-16 && row[0] <= 1e-12 && row[1] >= 20 && row[1] <= 40);
        }
    }

    @Test
    void another_seed_is_another_design() throws Exception {
        Values one = apply(AcceptanceTest.box());
        Values other = apply(AcceptanceTest.box().with("seed", Quantity.of(1, "1")));
        assertTrue(!one.get("design").equals(other.get("design")));
    }

    @Test
    void samples_that_are_no_power_of_two_are_named() throws Exception {
        String quality = Bench.quality(apply(AcceptanceTest.box().with("samples", Quantity.of(100, "1"))));
        assertEquals("ok; unbalanced: 100 samples are no power of 2", quality);
    }
}
