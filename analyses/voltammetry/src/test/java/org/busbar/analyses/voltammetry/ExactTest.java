package org.busbar.analyses.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

/** What is made from a formula gives back what went into it. */
class ExactTest {

    @Test
    void cottrell_and_anson_give_the_diffusivity_back() {
        Values found = new Chronoamperometry().apply(Records.cottrell(0, 0));
        assertEquals(1e-9, found.quantity("diffusivity").value(), 1e-18);
        assertEquals(1e-9, found.quantity("diffusivity_anson").value(), 1e-14);
        assertEquals(0, found.quantity("charge_double_layer").value(), 1e-11);
        double charge = 2 * Records.NFAC * Math.sqrt(1e-9 * 10 / Math.PI);
        assertEquals(charge, found.quantity("charge").value(), 1e-6 * charge);
    }

    @Test
    void the_uncertainties_of_area_and_concentration_count_twice() {
        Values found = new Chronoamperometry()
                .apply(Records.cottrell(0, 0)
                        .with("area", Quantity.of(10, 0.3, "mm2"))
                        .with("concentration", Quantity.of(2, 0.08, "mmol/L")));
        Quantity d = found.quantity("diffusivity");
        assertEquals(2 * Math.hypot(0.03, 0.04), d.uncertainty() / d.value(), 1e-6);
    }

    /** 1,000 transients of 1 % noise: 95 % intervals hold the truth in 93 to 97 of 100. */
    @Test
    void the_interval_of_the_diffusivity_covers_the_truth() {
        int covered = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Quantity d = new Chronoamperometry()
                    .apply(Records.cottrell(0.01, seed).with("window_from", Quantity.of(0.001, "s")))
                    .quantity("diffusivity");
            covered += Math.abs(d.value() - 1e-9) < 1.96 * d.uncertainty() ? 1 : 0;
        }
        int found = covered;
        assertTrue(found >= 930 && found <= 970, () -> found + " of 1000");
    }

    @Test
    void sand_gives_transition_time_and_diffusivity() {
        double i = 50e-6;
        double tau = Math.PI * Math.pow(Records.NFAC / 2 / i, 2) * 1e-9;
        assertEquals(1.170, tau, 5e-4);
        Values found = new Chronopotentiometry().apply(Records.sand(tau, i));
        double time = Records.column(found, "transition_time")[0];
        assertEquals(tau, time, 3 * Records.column(found, "transition_time_error")[0]);
        assertEquals(1e-9, Records.column(found, "diffusivity")[0], 5e-3 * 1e-9);
        assertEquals("ok", found.get("quality").toString());
    }

    @Test
    void a_plateau_without_end_has_no_transition() {
        Values found = new Chronopotentiometry().apply(Records.sand(100, 50e-6));
        assertEquals(0, Records.column(found, "transition_time").length);
        assertEquals("rejected; no_transition: step 1", found.get("quality").toString());
    }

    @Test
    void tafel_gives_slope_and_exchange_current_of_both_branches() {
        double volt = Math.log(10) * 8.314462618 * 298.15 / 96485.33212;
        Values anodic = new Tafel().apply(Records.tafel(0, 0));
        assertEquals(volt / 0.4, anodic.quantity("tafel_slope").value(), 0.01 * volt);
        assertEquals(0.5, anodic.quantity("exchange_current_density").value(), 0.01);
        assertEquals(0.4, anodic.quantity("transfer_coefficient").value(), 0.003);
        Values cathodic = new Tafel().apply(Records.tafel(0, 0).with("branch", new Text("cathodic")));
        assertEquals(volt / 0.6, cathodic.quantity("tafel_slope").value(), 0.01 * volt);
        assertEquals("ok", cathodic.get("quality").toString());
    }

    /** Away from equilibrium nothing of the back reaction is left. */
    @Test
    void tafel_is_exact_far_from_equilibrium() {
        Values found = new Tafel().apply(Records.tafel(0, 0).with("overpotential_from", Quantity.of(0.22, "V")));
        assertEquals(0.4, found.quantity("transfer_coefficient").value(), 3e-4);
    }

    @Test
    void tafel_takes_the_ohmic_drop_off() {
        Values found = new Tafel().apply(Records.tafel(0, 100).with("resistance", Quantity.of(0.1, "kOhm")));
        assertEquals(0.4, found.quantity("transfer_coefficient").value(), 0.003);
    }

    @Test
    void tafel_leaves_out_what_an_ohmic_drop_bends() {
        Values found = new Tafel().apply(Records.tafel(0, 100));
        assertTrue(found.quantity("range_to").value() < 0.25, () -> found.get("range_to")
                .toString());
    }

    @Test
    void the_line_is_that_of_the_textbook() {
        StraightLine line = StraightLine.of(new double[] {0, 1, 2, 3}, new double[] {1, 3, 4, 8});
        assertEquals(2.2, line.slope(), 1e-12);
        assertEquals(0.7, line.intercept(), 1e-12);
        assertEquals(Math.sqrt(1.8 / 2 / 5), line.slopeError(), 1e-12);
        assertEquals(Math.sqrt(0.9 * (0.25 + 2.25 / 5)), line.interceptError(), 1e-12);
    }

    @Test
    void a_parabola_passes_the_filter_unchanged() {
        double[] x = {0, 1, 2.5, 3, 4, 5, 7, 8};
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = 3 - 2 * x[i] + 0.5 * x[i] * x[i];
        }
        SavitzkyGolay smooth = SavitzkyGolay.of(x, y, 2);
        for (int i = 0; i < x.length; i++) {
            assertEquals(y[i], smooth.values()[i], 1e-10);
            assertEquals(-2 + x[i], smooth.slopes()[i], 1e-10);
        }
    }

    @Test
    void every_cycle_of_a_long_record_is_found() throws IOException {
        Values found = new CyclicVoltammetry().apply(twice());
        assertEquals(4, Records.column(found, "sweep_rate").length);
        assertEquals(4, Records.column(found, "peak_potential").length);
        assertEquals(2, Records.column(found, "diffusivity").length);
        assertEquals(6.4997e-10, Records.column(found, "diffusivity")[1], 1e-3 * 6.4997e-10);
    }

    /** Noise moves a peak, but does not make one. */
    @Test
    void noise_makes_no_peaks() throws IOException {
        Values exact = Records.voltammogram(100);
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] noisy = Arrays.stream(Records.column(exact, "current"))
                    .map(i -> i + 1e-7 * random.nextGaussian())
                    .toArray();
            Values found = new CyclicVoltammetry().apply(exact.with("current", Series.of("A", noisy)));
            assertEquals(2, Records.column(found, "peak_potential").length);
            double error = Records.column(found, "diffusivity_error")[0];
            assertEquals(6.5e-10, Records.column(found, "diffusivity")[0], 4 * error);
        }
    }

    private static Values twice() throws IOException {
        Values once = Records.voltammogram(100);
        double[] time = Records.column(once, "time");
        double end = time[time.length - 1] + 0.01;
        double[] later = Arrays.stream(time).map(t -> t + end).toArray();
        double[] potential = Records.column(once, "potential");
        double[] current = Records.column(once, "current");
        return once.with("time", Series.of("s", joined(time, later)))
                .with("potential", Series.of("V", joined(potential, potential)))
                .with("current", Series.of("A", joined(current, current)));
    }

    private static double[] joined(double[] one, double[] other) {
        return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }
}
