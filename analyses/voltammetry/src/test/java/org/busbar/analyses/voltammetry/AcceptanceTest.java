package org.busbar.analyses.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

/** Numbers of an independent evaluation of the same data. */
class AcceptanceTest {

    private static double first(Values found, String name) {
        return Records.column(found, name)[0];
    }

    @Test
    void the_voltammogram_at_100_millivolts_per_second() throws IOException {
        Values found = new CyclicVoltammetry().apply(Records.voltammogram(100));
        double[] potential = Records.column(found, "peak_potential");
        double[] current = Records.column(found, "peak_current");
        assertEquals(2, potential.length);
        assertEquals(-15.313e-6, current[0], 1e-3 * 15.313e-6);
        assertEquals(0.19651, potential[0], 2e-4);
        assertEquals(11.672e-6, current[1], 1e-3 * 11.672e-6);
        assertEquals(0.25402, potential[1], 2e-4);
        assertEquals(0.05751, first(found, "peak_separation"), 2e-4);
        assertEquals(0.22526, first(found, "half_wave_potential"), 2e-4);
        assertEquals(6.4997e-10, first(found, "diffusivity"), 1e-3 * 6.4997e-10);
        assertEquals("ok", found.get("quality").toString());
    }

    @Test
    void the_ratio_after_nicholson() throws IOException {
        Values found = new CyclicVoltammetry().apply(Records.voltammogram(100));
        assertEquals(1.016, first(found, "peak_ratio"), 0.01);
        assertEquals(0.762, first(found, "peak_ratio_raw"), 0.001);
    }

    @Test
    void the_scan_rate_is_that_of_the_data() throws IOException {
        for (int rate : new int[] {20, 50, 100, 200}) {
            double[] rates = Records.column(new CyclicVoltammetry().apply(Records.voltammogram(rate)), "sweep_rate");
            assertEquals(2, rates.length);
            assertEquals(-1e-3 * rate, rates[0], 1e-9);
            assertEquals(1e-3 * rate, rates[1], 1e-9);
        }
    }

    @Test
    void four_scan_rates() throws IOException {
        double[] rates = {0.02, 0.05, 0.1, 0.2};
        double[] currents = new double[4];
        for (int i = 0; i < 4; i++) {
            Values found = new CyclicVoltammetry().apply(Records.voltammogram((int) Math.round(1e3 * rates[i])));
            currents[i] = first(found, "peak_current");
        }
        Values found = new ScanRateSeries()
                .apply(Values.of("scan_rate", Series.of("V/s", rates))
                        .with("peak_current", Series.of("A", currents))
                        .with(Records.electrode(7.07e-6, 1))
                        .with("temperature", Quantity.of(25, 0, "Cel")));
        assertEquals(4.84228e-5, found.quantity("slope").in("A"), 5e-4 * 4.84228e-5);
        assertEquals(0, found.quantity("intercept").in("A"), 1e-9);
        assertEquals(6.5e-10, found.quantity("diffusivity").in("m2/s"), 1e-3 * 6.5e-10);
        assertEquals("ok", found.get("quality").toString());
    }

    @Test
    void cottrell_in_the_stated_window() throws IOException {
        Values found = new Chronoamperometry()
                .apply(Records.cottrell()
                        .with("window_from", Quantity.of(0.05, "s"))
                        .with("window_to", Quantity.of(10, "s")));
        Quantity d = found.quantity("diffusivity");
        assertEquals(9.999e-10, d.value(), 0.001e-10);
        assertEquals(0.004e-10, d.uncertainty(), 0.0005e-10 + 1e-14);
        assertEquals(1e-9, d.value(), 3 * d.uncertainty());
        assertEquals(0.203e-6, found.quantity("offset").in("A"), 0.5e-9);
        assertEquals(
                0.2e-6,
                found.quantity("offset").in("A"),
                3 * found.quantity("offset").uncertainty());
        assertEquals("ok", found.get("quality").toString());
    }

    @Test
    void cottrell_from_the_first_point_is_biased_and_says_so() throws IOException {
        Values found = new Chronoamperometry().apply(Records.cottrell().with("window_from", Quantity.of(0.001, "s")));
        assertEquals(1.025e-9, found.quantity("diffusivity").value(), 0.001e-9);
        assertTrue(found.get("quality").toString().startsWith("suspicious; model_rejected"));
    }

    @Test
    void the_window_that_is_chosen_holds_the_truth() throws IOException {
        Values found = new Chronoamperometry().apply(Records.cottrell());
        Quantity d = found.quantity("diffusivity");
        assertEquals(1e-9, d.value(), 3 * d.uncertainty());
        assertEquals("ok", found.get("quality").toString());
        assertTrue(found.quantity("window_start").value() > 0.01);
    }
}
