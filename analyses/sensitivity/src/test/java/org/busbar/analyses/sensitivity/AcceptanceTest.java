package org.busbar.analyses.sensitivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(10, Keyed.of(0, 1));
    private static final Ranges ANGLES = new Ranges(
            Bench.names(3),
            new double[] {-Math.PI, -Math.PI, -Math.PI},
            new double[] {Math.PI, Math.PI, Math.PI},
            new boolean[3]);

    private Bench bench;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void sobol_indices_of_ishigami() throws Exception {
        SobolIndices found = ishigami(0);
        assertArrayEquals(Known.exact("ishigami", "S1"), found.first().values(), 0.01);
        assertArrayEquals(Known.exact("ishigami", "ST"), found.total().values(), 0.01);
        assertArrayEquals(new double[] {0, 0.243684, 0}, found.second().values(), 0.01);
    }

    @Test
    void sobol_indices_of_the_g_function() throws Exception {
        SobolIndices found = g(0);
        assertArrayEquals(Known.exact("sobolG", "S1"), found.first().values(), 0.01);
        assertArrayEquals(Known.exact("sobolG", "ST"), found.total().values(), 0.01);
    }

    /** The tolerance holds typically: one scrambling of ten or so is further off. */
    @Test
    void other_scramblings_do_as_well_on_the_average() throws Exception {
        double[] exact = Known.exact("ishigami", "S1");
        double[] exactG = Known.exact("sobolG", "S1");
        double squares = 0;
        for (long seed = 0; seed < 10; seed++) {
            squares += square(ishigami(seed).first().values()[0] - exact[0]);
            squares += square(g(seed).first().values()[0] - exactG[0]);
        }
        double typical = Math.sqrt(squares / 20);
        assertTrue(typical < 0.01, () -> "root mean square error " + typical);
    }

    private static SobolIndices ishigami(long seed) throws InterruptedException {
        return SobolIndices.of(SobolRuns.of(new Saltelli(3, true), Known::ishigami, 4096, Keyed.of(seed)), BOOTSTRAP);
    }

    private static SobolIndices g(long seed) throws InterruptedException {
        return SobolIndices.of(SobolRuns.of(new Saltelli(8, false), Known::g, 4096, Keyed.of(seed)), BOOTSTRAP);
    }

    private static double square(double number) {
        return number * number;
    }

    @Test
    void indices_of_many_samples_are_closer() throws Exception {
        SobolIndices found =
                SobolIndices.of(SobolRuns.of(new Saltelli(3, false), Known::ishigami, 1 << 16, Keyed.of(0)), BOOTSTRAP);
        assertArrayEquals(Known.exact("ishigami", "S1"), found.first().values(), 0.001);
        assertArrayEquals(Known.exact("ishigami", "ST"), found.total().values(), 0.001);
    }

    @Test
    void derivatives_of_ishigami() throws Exception {
        double[] exact = Known.exact("ishigami", "rms_derivative");
        double[] found = Derivatives.of(Known::ishigamiGradient, ANGLES, 4096, Keyed.of(0), BOOTSTRAP)
                .perUnit()
                .values();
        near(exact, found, 0.01);
    }

    @ParameterizedTest
    @ValueSource(longs = 0)
    void derivatives_of_ishigami_through_a_process_of_256_points(long seed) throws Exception {
        Values outputs = gaussian(256, seed);
        near(Known.exact("ishigami", "rms_derivative"), Bench.curve(outputs, "derivative"), 0.05);
        assertArrayEquals(Known.exact("ishigami", "S1"), Bench.curve(outputs, "s1"), 0.02);
        assertArrayEquals(Known.exact("ishigami", "ST"), Bench.curve(outputs, "st"), 0.02);
        assertTrue(outputs.quantity("q2").value() > 0.99);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void a_surrogate_of_128_points_is_too_small_and_says_so(long seed) throws Exception {
        Values outputs = gaussian(128, seed);
        double q2 = outputs.quantity("q2").value();
        assertTrue(q2 < 0.99, () -> "Q2 " + q2);
        assertTrue(Bench.quality(outputs).contains("model_rejected: Q2 = "), () -> Bench.quality(outputs));
        assertEquals(0, Bench.curve(outputs, "derivative").length);
        assertEquals(0, Bench.curve(outputs, "map_by_x").length);
    }

    @Test
    void morris_over_the_grid() throws Exception {
        int trajectories = 2000;
        Values design = new MorrisDesign()
                .apply(box().with("trajectories", Quantity.of(trajectories, "1"))
                        .with("seed", Quantity.of(3, "1")));
        Values outputs = new MorrisFromTable(bench.artifacts())
                .apply(bench.table(Bench.rows(design, 3), Known::ishigamiOfAngles));
        double[] exact = Known.exact("ishigami", "mu_star");
        for (int i = 0; i < 3; i++) {
            double error = (Bench.curve(outputs, "mu_star_high")[i] - Bench.curve(outputs, "mu_star_low")[i]) / 3.92;
            assertEquals(exact[i], Bench.curve(outputs, "mu_star")[i], 3 * error + 1e-9);
        }
        double sigma = Bench.curve(outputs, "sigma")[1];
        assertEquals(0, Bench.curve(outputs, "mu")[1], 3 * sigma / Math.sqrt(trajectories));
        near(Known.exact("ishigami", "sigma"), Bench.curve(outputs, "sigma"), 0.05);
    }

    @Test
    void morris_as_worked_by_hand() throws Exception {
        Values outputs = new MorrisFromTable(bench.artifacts()).apply(bench.file("morris_demo.csv"));
        assertArrayEquals(new double[] {13.0 / 6, 0.5, -3}, Bench.curve(outputs, "mu"), 1e-9);
        assertArrayEquals(new double[] {13.0 / 6, 0.5, 3}, Bench.curve(outputs, "mu_star"), 1e-9);
        assertArrayEquals(
                new double[] {0.19245008972987535, 0.1924500897298753, 1.1547005383792517},
                Bench.curve(outputs, "sigma"),
                1e-9);
    }

    /** From the corner the interaction is taken for main effects: 2, -5, 0 instead of 4, -3, 0. */
    @Test
    void one_at_a_time_from_a_corner_is_misled_and_says_so() throws Exception {
        Values outputs = new OneAtATime(bench.artifacts()).apply(bench.file("factorial_2p3.csv"));
        assertArrayEquals(new double[] {2, -5, 0}, Bench.curve(outputs, "effect"), 1e-12);
        assertTrue(
                Bench.quality(outputs).contains("interactions: 4 runs of several steps are up to 4.00 off"),
                () -> Bench.quality(outputs));
    }

    private Values gaussian(int rows, long seed) throws Exception {
        Values inputs = bench.table(Known.angles(rows, seed), Known::ishigamiOfAngles);
        return new GaussianSensitivity(bench.artifacts())
                .apply(inputs.with("low", Series.of("1", ANGLES.low())).with("high", Series.of("1", ANGLES.high())));
    }

    static Values box() {
        return Values.of("inputs", new Text("x1, x2, x3"))
                .with("low", Series.of("1", ANGLES.low()))
                .with("high", Series.of("1", ANGLES.high()));
    }

    private static void near(double[] expected, double[] found, double relative) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], relative * Math.abs(expected[i]), "input " + i);
        }
    }
}
