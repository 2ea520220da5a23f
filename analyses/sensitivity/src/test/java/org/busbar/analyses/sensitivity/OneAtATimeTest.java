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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneAtATimeTest extends BenchContract {

    OneAtATimeTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    public Analysis analysis() {
        return new OneAtATime(bench.artifacts());
    }

    private static final String STAR = "x1,x2,y\n0,0,1\n0,0,1.2\n0,0,0.8\n1,0,3\n-1,0,-1\n0,2,1.5\n";

    @Override
    public List<Values> examples() throws Exception {
        return List.of(bench.file("factorial_2p3.csv"), bench.table(STAR));
    }

    @Test
    void takes_the_run_with_most_neighbours_as_base_and_its_repeats_as_noise() throws Exception {
        Values outputs = apply(bench.table(STAR));
        assertEquals(1, outputs.quantity("base_row").value());
        assertArrayEquals(new double[] {4, 0.5}, Bench.curve(outputs, "effect"), 1e-12);
        double reach = 1.959963984540054 * Math.sqrt(2) * 0.2;
        assertArrayEquals(new double[] {4 + reach, 0.5 + reach}, Bench.curve(outputs, "effect_high"), 1e-12);
        assertTrue(Bench.quality(outputs).contains("interactions_invisible"), () -> Bench.quality(outputs));
    }

    @Test
    void another_base_sees_other_effects() throws Exception {
        Values outputs = apply(bench.file("factorial_2p3.csv").with("base", Quantity.of(4, "1")));
        assertArrayEquals(new double[] {6, -1, 0}, Bench.curve(outputs, "effect"), 1e-12);
    }

    @Test
    void noise_makes_the_interaction_doubtful() throws Exception {
        Values outputs = apply(bench.file("factorial_2p3.csv").with("noise", Quantity.of(2, "1")));
        assertTrue(!Bench.quality(outputs).contains("interactions:"), () -> Bench.quality(outputs));
    }

    @Test
    void an_input_that_no_run_moves_alone_is_named() throws Exception {
        Values outputs = apply(bench.table("x1,x2,x3,y\n0,0,0,1\n1,0,0,2\n0,1,1,3\n0,1,0,4\n"));
        assertEquals(new Text("x1, x2"), outputs.get("names"));
        assertTrue(
                Bench.quality(outputs).contains("not_identifiable: no run moves x3 alone"),
                () -> Bench.quality(outputs));
    }

    @Test
    void draws_effects_and_additivity() throws Exception {
        assertEquals(List.of("effects", "additivity"), charts(bench.file("factorial_2p3.csv")));
        assertEquals(List.of("effects"), charts(bench.table(STAR)));
    }
}
