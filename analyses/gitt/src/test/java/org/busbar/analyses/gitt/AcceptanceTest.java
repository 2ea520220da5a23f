package org.busbar.analyses.gitt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of the closed solution and of an independent evaluation of the same files. */
class AcceptanceTest {

    private final Gitt gitt = new Gitt();
    private final Ici ici = new Ici();

    @Test
    void a_pulse_and_its_rest() throws Exception {
        Values found = gitt.apply(Recordings.gitt());
        assertEquals(2e-15, found.quantity("diffusion_coefficient").value(), 1e-3 * 2e-15);
        assertEquals(0, Recordings.numbers(found, "resistance")[0], 1e-4);
        assertEquals(3.890833333, Recordings.numbers(found, "equilibrium_voltage")[0], 1e-6);
        assertEquals(0.407, Recordings.numbers(found, "theta")[0], 0.001);
    }

    @ParameterizedTest
    @CsvSource({"10, .828", "60, .646", "200, .442", "660, .212"})
    void the_short_time_formula_in_a_pulse(double end, double ratio) throws Exception {
        Values inputs = Recordings.with(Recordings.window(Recordings.gitt(), 1, end), "method", "short-time");
        Values found = gitt.apply(inputs);
        assertEquals(ratio, Recordings.numbers(found, "formula_ratio")[0], 0.01 * ratio);
        assertTrue(Quality.of(found).orElseThrow().has("window_biased"));
    }

    @Test
    void weppner_huggins() throws Exception {
        Values found = gitt.apply(Recordings.with(Recordings.gitt(), "method", "weppner-huggins"));
        assertEquals(0.256, Recordings.numbers(found, "formula_ratio")[0], 0.01 * 0.256);
    }

    @Test
    void interruptions_without_noise() throws Exception {
        Values found = ici.apply(Recordings.ici("ici_exact.csv"));
        assertEquals(24, found.quantity("pulses").value());
        for (double each : Recordings.numbers(found, "diffusion_coefficients")) {
            assertEquals(1.2e-14, each, 1e-3 * 1.2e-14);
        }
        for (double each : Recordings.numbers(found, "resistance")) {
            assertEquals(0.03, each, 1e-3 * 0.03);
        }
        assertTrue(found.get("quality").toString().startsWith("ok"), found.get("quality")::toString);
    }

    @Test
    void interruptions_with_noise() throws IOException, InterruptedException {
        Quantity found = ici.apply(Recordings.ici("ici_noise.csv")).quantity("diffusion_coefficient");
        assertEquals(1.2e-14, found.value(), 3 * found.uncertainty());
        assertTrue(found.uncertainty() < 0.01 * found.value(), found::toString);
    }

    /** The reference has a smaller uncertainty than the defaults give; one D and a known voltage before come close to it. */
    @Test
    void interruptions_with_noise_and_known_voltage_before() throws IOException, InterruptedException {
        Values inputs = Recordings.with(Recordings.ici("ici_noise.csv"), "fitted_together", "all-pulses");
        Quantity found =
                ici.apply(inputs.with("initial_voltage", Series.of("V", 3.8))).quantity("diffusion_coefficient");
        assertEquals(1.2026e-14, found.value(), 3 * 0.0013e-14);
        assertEquals(1.2e-14, found.value(), 3 * found.uncertainty());
        assertTrue(found.uncertainty() < 0.003 * found.value(), found::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "short-time, current, 2.122, 2.054",
        "short-time, wall, 1.987, 1.924",
        "peer:ampworks, wall, 2.076, 1.995"
    })
    void the_short_time_formula_at_rest(String method, String over, double exact, double noise) throws Exception {
        assertEquals(exact, ratio("ici_exact.csv", method, over), 0.01 * exact);
        assertEquals(noise, ratio("ici_noise.csv", method, over), 0.03 * noise);
    }

    private double ratio(String file, String method, String over) throws Exception {
        Values inputs = Recordings.with(Recordings.ici(file), "method", method);
        Values found = ici.apply(Recordings.with(inputs, "drift_over", over));
        return Recordings.median(found, "formula_diffusion_coefficient") / Recordings.ICI_TRUTH;
    }
}
