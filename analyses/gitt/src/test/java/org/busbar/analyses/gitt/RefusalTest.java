package org.busbar.analyses.gitt;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private final Gitt gitt = new Gitt();
    private final Values good = pulse(0.02).inputs(2e-5);

    private static Simulated pulse(double slope) {
        return new Simulated(slope).step(0, 60, 6).step(1e-3, 600, 60).step(0, 1800, 60);
    }

    @Test
    void columns_of_different_length() {
        refused(good.with("voltage", Series.of("V", 3.7)), "voltage has 1 values", "test_time has 126");
    }

    @Test
    void an_empty_or_short_recording() {
        Values empty = good.with("test_time", Series.of("s"))
                .with("current", Series.of("A"))
                .with("voltage", Series.of("V"));
        refused(empty, "0 samples", "12 or more");
    }

    @Test
    void time_that_falls() {
        double[] time = Recordings.numbers(good, "test_time");
        time[20] = time[10];
        refused(good.with("test_time", Series.of("s", time)), "test_time falls", "position 20");
    }

    @Test
    void a_number_that_is_none() {
        double[] voltage = Recordings.numbers(good, "voltage");
        voltage[3] = Double.NaN;
        refused(good.with("voltage", Series.of("V", voltage)), "voltage", "position 3");
    }

    @Test
    void wrong_units_and_a_missing_radius() {
        refused(good.with("voltage", Series.of("A", new double[126])), "voltage", "V");
        refused(good.with("particle_radius", Quantity.of(2, "um2")), "particle_radius", "converted to m");
        refused(good.with("particle_radius", Quantity.of(0, "m")), "particle_radius", "limit");
    }

    @Test
    void no_current_or_no_rest() {
        refused(good.with("current", Series.of("A", new double[126])), "0 A throughout");
        Values on = new Simulated(0.02).step(1e-3, 600, 60).inputs(0);
        refused(on, "no current is followed by a rest");
    }

    @Test
    void a_plateau() {
        refused(pulse(0).inputs(2e-5), "none of 1 pulses", "not_identifiable");
    }

    @Test
    void a_current_that_began_before_the_recording() {
        Values inputs = new Simulated(0.02).step(1e-3, 600, 60).step(0, 900, 60).inputs(2e-5);
        double[] time = Recordings.numbers(inputs, "test_time");
        for (int i = 0; i < time.length; i++) {
            time[i] += 5000;
        }
        refused(inputs.with("test_time", Series.of("s", time)), "start_unknown");
    }

    @Test
    void settings_that_do_not_fit() {
        refused(good.with("window_end", Quantity.of(0.5, "s")), "window_end = 0.5 s", "window_start = 1.0 s");
        refused(good.with("shown_pulse", Quantity.of(7, "1")), "shown_pulse = 7");
        refused(good.with("initial_voltage", Series.of("V", 3.7)), "initial_voltage", "all-pulses");
    }

    private void refused(Values inputs, String... words) {
        String message = assertThrows(IllegalArgumentException.class, () -> gitt.apply(inputs))
                .getMessage();
        assertTrue(message.startsWith("gitt: "), message);
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }
}
