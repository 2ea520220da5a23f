package org.busbar.analyses.gitt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Chart;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class GittTest implements AnalysisContract {

    private final Gitt gitt = new Gitt();

    @Override
    public Analysis analysis() {
        return gitt;
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(Recordings.gitt(), both().inputs(2e-5));
    }

    /** Two pulses of charge, two of discharge; rests too short to relax. */
    private static Simulated both() {
        return new Simulated(0.02)
                .step(0, 60, 6)
                .step(1e-3, 600, 60)
                .step(0, 900, 60)
                .step(1e-3, 600, 60)
                .step(0, 900, 60)
                .step(-1e-3, 600, 60)
                .step(0, 900, 60)
                .step(-1e-3, 600, 60)
                .step(0, 3600, 60);
    }

    @Test
    void every_example_has_all_pictures() throws Exception {
        for (Values inputs : examples()) {
            List<String> names = gitt.charts(inputs, gitt.apply(inputs)).stream()
                    .map(Chart::name)
                    .toList();
            assertEquals(
                    List.of(
                            "diffusion-coefficient",
                            "equilibrium-voltage",
                            "resistance",
                            "root-time",
                            "fit",
                            "residuals"),
                    names);
        }
    }

    @Test
    void rests_that_did_not_end_are_taken_into_account() throws Exception {
        Values found = gitt.apply(both().inputs(0));
        for (double each : Recordings.numbers(found, "diffusion_coefficients")) {
            assertEquals(Simulated.DIFFUSIVITY, each, 1e-5 * Simulated.DIFFUSIVITY);
        }
        for (double each : Recordings.numbers(found, "resistance")) {
            assertEquals(2, each, 1e-5);
        }
        assertArrayEquals(new double[] {0.5, 1, 0.5, 0}, Recordings.numbers(found, "state_of_charge"), 1e-9);
    }

    @Test
    void charge_and_discharge_are_split() throws Exception {
        Values found = gitt.apply(both().inputs(2e-5));
        assertArrayEquals(new double[] {1, 1, -1, -1}, Recordings.numbers(found, "direction"));
        assertTrue(Quality.of(found).orElseThrow().has("mixed_directions"));
    }

    @Test
    void steps_within_a_pulse_are_superposed() throws Exception {
        Values inputs = new Simulated(0.02)
                .step(0, 60, 6)
                .step(1e-3, 200, 30)
                .step(2e-3, 200, 30)
                .step(0, 3000, 60)
                .inputs(0);
        Values found = gitt.apply(inputs);
        assertEquals(1, found.quantity("pulses").value());
        assertEquals(
                Simulated.DIFFUSIVITY, found.quantity("diffusion_coefficient").value(), 1e-5 * Simulated.DIFFUSIVITY);
    }

    @Test
    void the_radius_counts_twice() throws Exception {
        Quantity found = gitt.apply(both().inputs(0)).quantity("diffusion_coefficient");
        assertEquals(0.02, found.uncertainty() / found.value(), 1e-4);
    }

    @Test
    void a_capacity_sets_the_scale_of_charge() throws Exception {
        Values inputs = both().inputs(0)
                .with("capacity", Quantity.of(1, "mA.h"))
                .with("initial_state_of_charge", Quantity.of(20, "%"));
        assertEquals(0.2 + 0.6 / 3.6, Recordings.numbers(gitt.apply(inputs), "state_of_charge")[0], 1e-9);
    }

    @Test
    void units_do_not_matter() throws Exception {
        Values inputs = both().inputs(2e-5);
        double[] hours = Recordings.numbers(inputs, "test_time");
        for (int i = 0; i < hours.length; i++) {
            hours[i] /= 3600;
        }
        Values other =
                inputs.with("test_time", Series.of("h", hours)).with("particle_radius", Quantity.of(2, 0.02, "um"));
        double expected = gitt.apply(inputs).quantity("diffusion_coefficient").value();
        assertEquals(
                expected, gitt.apply(other).quantity("diffusion_coefficient").value(), 1e-6 * expected);
    }

    @Test
    void a_formula_asked_for_is_judged() throws Exception {
        Values inputs = new Simulated(0.02)
                .step(0, 60, 6)
                .step(1e-3, 600, 60)
                .step(0, 30, 30)
                .inputs(2e-5);
        Quality plain = Quality.of(gitt.apply(inputs)).orElseThrow();
        assertEquals(Quality.Level.OK, plain.level());
        assertTrue(plain.has("not_relaxed"), plain::toString);
        Quality asked = Quality.of(gitt.apply(Recordings.with(inputs, "method", "short-time")))
                .orElseThrow();
        assertTrue(asked.has("window_biased"), asked::toString);
        assertEquals(Quality.Level.SUSPICIOUS, asked.level());
    }

    @Test
    void a_pulse_of_few_points_is_left_out() throws Exception {
        Values inputs = new Simulated(0.02)
                .step(0, 60, 6)
                .step(1e-3, 600, 4)
                .step(0, 900, 60)
                .step(1e-3, 600, 60)
                .step(0, 900, 60)
                .inputs(2e-5);
        Values found = gitt.apply(inputs);
        assertArrayEquals(new double[] {2}, Recordings.numbers(found, "pulse"));
        assertTrue(Quality.of(found).orElseThrow().has("too_few_points"));
    }

    @Test
    void a_wrong_model_is_flagged() throws Exception {
        Values inputs = both().inputs(1e-6);
        double[] voltage = Recordings.numbers(inputs, "voltage");
        double[] time = Recordings.numbers(inputs, "test_time");
        for (int i = 0; i < voltage.length; i++) {
            voltage[i] += 2e-4 * Math.sin(time[i] / 100);
        }
        Values found = gitt.apply(inputs.with("voltage", Series.of("V", voltage)));
        assertTrue(Quality.of(found).orElseThrow().has("model_rejected"), found.get("quality")::toString);
    }
}
