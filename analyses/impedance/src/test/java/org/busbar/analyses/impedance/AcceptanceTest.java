package org.busbar.analyses.impedance;

import static org.busbar.analyses.impedance.KramersKronigRule.Capacitor.NO;
import static org.busbar.analyses.impedance.KramersKronigRule.Capacitor.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.busbar.analyses.impedance.KramersKronig.Verdict;
import org.busbar.api.analysis.Quality.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of an independent evaluation of the same spectra. */
class AcceptanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two_arcs_exact.csv",
                "two_arcs_noise.csv",
                "inductive_exact.csv",
                "one_rc_exact.csv",
                "one_zarc_exact.csv",
                "two_zarc_noise.csv",
                "Circuit1_EIS_1.z",
                "Circuit1_EIS_2.z",
                "Circuit2_EIS_1.z",
                "Circuit2_EIS_2.z",
                "Circuit3_EIS_1.z",
                "Circuit3_EIS_2.z"
            })
    void consistent_without_a_capacitor(String file) throws IOException {
        KramersKronig test = KramersKronig.of(Spectra.file(file));
        assertEquals(Verdict.CONSISTENT, test.verdict());
        assertFalse(test.fit().capacitor());
        assertEquals("ok", test.quality().text().text());
    }

    @Test
    void a_drift_is_suspicious() throws IOException {
        KramersKronig test = KramersKronig.of(Spectra.file("drift.csv"));
        assertEquals(Verdict.SUSPICIOUS, test.verdict());
        assertEquals(0.8, test.autocorrelation(), 0.05);
        assertEquals(0.0019, test.fit().rms(), 5e-5);
        assertEquals(Level.SUSPICIOUS, test.quality().level());
        assertTrue(test.quality().has("kk_suspicious"));
    }

    @Test
    void a_jump_is_a_violation_where_it_happens() throws IOException {
        Spectrum spectrum = Spectra.file("jump.csv");
        KramersKronig test = KramersKronig.of(spectrum);
        assertEquals(Verdict.VIOLATION, test.verdict());
        assertEquals(6.5, spectrum.frequency(test.worst()), 1.5);
        assertEquals(0.015, test.size(test.worst()), 5e-4);
        assertEquals(Level.REJECTED, test.quality().level());
        assertTrue(test.quality().has("kk_violation"));
    }

    @Test
    void the_battery_needs_a_capacitor() throws IOException {
        Spectrum spectrum = Spectra.battery();
        int lowest = spectrum.size() - 1;
        KramersKronig without = KramersKronig.of(spectrum, new KramersKronigRule(0.85, NO));
        assertEquals(0.0102, without.fit().rms(), 5e-5);
        assertEquals(0.077, without.size(lowest), 5e-4);
        assertEquals(lowest, without.worst());
        KramersKronig with = KramersKronig.of(spectrum);
        assertTrue(with.fit().capacitor());
        assertEquals(0.00115, with.fit().rms(), 5e-6);
        assertEquals(0.0034, with.size(with.worst()), 5e-5);
        assertEquals(Verdict.SUSPICIOUS, with.verdict());
        assertEquals(0.84, with.autocorrelation(), 0.005);
    }

    @Test
    void the_battery_with_a_long_chain() throws IOException {
        VoigtFit fit = new KramersKronigRule(0.5, YES).fit(Spectra.battery());
        assertEquals(26, fit.elements());
        assertEquals(0.306335, fit.mu(), 1e-6);
        assertEquals(0.00295, largest(fit.real()), 5e-6);
        assertEquals(0.00355, largest(fit.imaginary()), 5e-6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kcl_0.1m_25C.csv",
                "sample_-10C.csv",
                "sample_0C.csv",
                "sample_10C.csv",
                "sample_20C.csv",
                "sample_25C.csv",
                "sample_30C.csv",
                "sample_40C.csv",
                "sample_50C.csv",
                "sample_60C.csv"
            })
    void blocking_electrodes_need_a_capacitor(String file) throws IOException {
        Spectrum spectrum = Spectra.file(file);
        double without = new KramersKronigRule(0.85, NO).fit(spectrum).rms();
        assertTrue(without > 0.0635 && without < 0.0705, () -> "rms " + without);
        KramersKronig test = KramersKronig.of(spectrum);
        double with = test.fit().rms();
        assertTrue(with > 0.00165 && with < 0.00205, () -> "rms " + with);
        assertTrue(test.fit().capacitor());
        assertEquals(Verdict.CONSISTENT, test.verdict());
    }

    @Test
    void parity_with_impedance_py() throws IOException {
        VoigtFit fit = KramersKronigRule.peer(Spectra.file("Circuit3_EIS_1.z"), 0.69);
        assertEquals(10, fit.elements());
        assertEquals(0.68438211, fit.mu(), 1e-6);
        assertEquals(1504.77273, fit.fittedReal()[0], 1e-6 * 1504);
        assertEquals(22.16018, fit.fittedImaginary()[0], 1e-6 * 22);
        assertEquals(0.0348, largest(fit.real()), 5e-5);
        assertEquals(0.0373, largest(fit.imaginary()), 5e-5);
    }

    @Test
    void a_fit_of_the_real_part_hides_what_is_in_the_imaginary_part() throws IOException {
        VoigtFit fit = KramersKronigRule.peer(Spectra.battery(), 0.85);
        assertEquals(20, fit.elements());
        assertEquals(0.79936, fit.mu(), 1e-5);
        assertEquals(0.00178, largest(fit.real()), 5e-6);
        assertEquals(0.228, largest(fit.imaginary()), 5e-4);
    }

    /** The reference has 2 of 200 and 4 of 100. */
    @Test
    void noise_is_seldom_a_violation() throws IOException {
        Spectrum exact = Spectra.file("two_arcs_exact.csv");
        assertTrue(alarms(exact, 0.005, 0) <= 4);
        assertTrue(alarms(exact, 0, 0.1) <= 8);
    }

    private static long alarms(Spectrum exact, double relative, double absolute) {
        Random random = new Random(1);
        return IntStream.range(0, 200)
                .mapToObj(i -> KramersKronig.of(Spectra.noisy(exact, relative, absolute, random)))
                .filter(test -> test.verdict() != Verdict.CONSISTENT)
                .count();
    }

    private static double largest(double[] residuals) {
        return Arrays.stream(residuals).map(Math::abs).max().orElseThrow();
    }
}
