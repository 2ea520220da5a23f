package org.busbar.analyses.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.IntStream;
import org.busbar.analyses.impedance.KramersKronig.Verdict;
import org.junit.jupiter.api.Test;

class KramersKronigTest {

    @Test
    void too_few_points_or_decades_are_not_testable() throws IOException {
        Spectrum whole = Spectra.file("two_arcs_exact.csv");
        notTestable(whole.only(i -> i < 19), "19 points over 1.8 decades, 20 over 2 needed");
        notTestable(whole.only(i -> i % 4 == 0), "18 points over 6.8 decades");
        notTestable(whole.only(i -> i == 0), "1 points over 0.0 decades");
        notTestable(whole.only(i -> i < 2), "2 points over 0.1 decades");
    }

    @Test
    void two_decades_are_testable() throws IOException {
        Spectrum whole = Spectra.file("two_arcs_noise.csv");
        assertEquals(
                Verdict.CONSISTENT, KramersKronig.of(whole.only(i -> i < 21)).verdict());
    }

    @Test
    void the_band_is_five_times_the_robust_scatter() {
        double[] sizes = IntStream.range(0, 41).mapToDouble(i -> 1 + i % 2).toArray();
        double[] band = Residuals.of(sizes, sizes).band();
        assertEquals(5 * 1.4826 * 1, band[20], 1e-12); // 11 ones and 10 twos, doubled
        assertEquals(5 * 1.4826 * 2, band[21], 1e-12);
        assertEquals(5 * 1.4826 * 1, band[0], 1e-12);
    }

    @Test
    void an_outlier_must_be_above_both_limits() {
        double[] real = new double[41];
        double[] imaginary = new double[41];
        imaginary[30] = -0.011;
        assertEquals(30, Residuals.of(real, imaginary).outlier(0.01));
        imaginary[30] = -0.009;
        assertEquals(-1, Residuals.of(real, imaginary).outlier(0.01));
    }

    @Test
    void repeated_frequencies_are_all_tested() throws IOException {
        Spectrum once = Spectra.file("two_arcs_noise.csv");
        int n = once.size();
        Spectrum twice = Spectrum.of("test", 1, twice(once.frequency()), twice(once.real()), twice(once.imaginary()));
        KramersKronig test = KramersKronig.of(twice);
        assertEquals(n, twice.repeated());
        assertEquals(2 * n, test.fit().real().length);
        assertEquals(KramersKronig.of(once).fit().rms(), test.fit().rms(), 1e-12);
    }

    @Test
    void a_limit_of_mu_is_a_part() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new KramersKronigRule(1.5, KramersKronigRule.Capacitor.AUTO));
        assertTrue(refusal.getMessage().contains("overfit = 1.5"));
    }

    private static void notTestable(Spectrum spectrum, String words) {
        KramersKronig test = KramersKronig.of(spectrum);
        assertEquals(Verdict.NOT_TESTABLE, test.verdict());
        assertEquals(spectrum.size(), test.band().length);
        assertTrue(test.fit().rms() < 0.01);
        String quality = test.quality().text().text();
        assertTrue(quality.startsWith("suspicious; kk_suspicious: not testable, ") && quality.contains(words), quality);
    }

    private static double[] twice(double[] once) {
        return IntStream.range(0, 2 * once.length).mapToDouble(i -> once[i / 2]).toArray();
    }
}
