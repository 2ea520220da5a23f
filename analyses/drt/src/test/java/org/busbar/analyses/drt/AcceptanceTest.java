package org.busbar.analyses.drt;

import static org.busbar.analyses.drt.Spectra.column;
import static org.busbar.analyses.drt.Spectra.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth of spectra that were made from it, within stated tolerances. */
class AcceptanceTest {

    private final RelaxationTimes analysis = new RelaxationTimes();

    @Test
    void one_zarc() throws Exception {
        Values found = analysis.apply(Spectra.quick("one_zarc_exact.csv"));
        int top = highest(column(found, "peak_height"));
        assertEquals(80, number(found, "polarisation_resistance"), 0.8);
        assertEquals(80, column(found, "peak_resistance")[top], 0.8);
        assertEquals(3e-3, column(found, "peak_tau")[top], 0.1 * 3e-3);
        assertEquals(5, number(found, "r_infinity"), 0.08 * 5);
        assertEquals(30.739, column(found, "peak_height")[top], 0.02 * 30.739);
        assertEquals(
                1,
                IntStream.range(0, column(found, "peak_height").length)
                        .filter(i -> column(found, "peak_height")[i] > 0.1 * column(found, "peak_height")[top])
                        .count());
    }

    @Test
    void one_zarc_everywhere() throws Exception {
        Values found = analysis.apply(Spectra.quick("one_zarc_exact.csv"));
        double[] tau = column(found, "tau");
        double[] gamma = column(found, "gamma");
        for (double[] truth : Spectra.rows("one_zarc_gamma.csv")) {
            int near = nearest(tau, truth[0]);
            boolean measured = truth[0] > 1e-5 && truth[0] < 1;
            assertEquals(truth[1], gamma[near], measured ? 0.08 * 30.739 : 31, () -> "at " + truth[0] + " s");
        }
    }

    @Test
    void two_zarcs_in_noise() throws Exception {
        Values found = analysis.apply(Spectra.file("two_zarc_noise.csv"));
        Grid grid = new Grid(column(found, "tau"), 20);
        double[] gamma = column(found, "gamma");
        int middle = nearest(grid.tau(), 1e-2);
        assertEquals(45, grid.area(gamma, 0, middle), 1.5);
        assertEquals(30, grid.area(gamma, middle, grid.size()), 1.0);
        double[] peaks = column(found, "peak_tau");
        assertEquals(5e-4, peaks[nearest(peaks, 5e-4)], 0.15 * 5e-4);
        assertEquals(0.2, peaks[nearest(peaks, 0.2)], 0.15 * 0.2);
        band_holds_the_truth(found);
    }

    private static void band_holds_the_truth(Values found) {
        double width = column(found, "polarisation_resistance_uncertainty")[0];
        assertEquals(75, number(found, "polarisation_resistance"), 2 * width);
        double[] tau = column(found, "tau");
        double[] low = column(found, "gamma_low");
        double[] high = column(found, "gamma_high");
        double[] gamma = column(found, "gamma");
        long inside = IntStream.range(0, tau.length)
                .filter(i -> low[i] <= gamma[i] + 1e-9 && gamma[i] <= high[i] + 1e-9)
                .count();
        assertTrue(inside > 0.9 * tau.length, () -> inside + " of " + tau.length);
    }

    @Test
    void pure_rc() throws Exception {
        Values found = analysis.apply(Spectra.quick("one_rc_exact.csv"));
        int top = highest(column(found, "peak_height"));
        assertEquals(20, column(found, "peak_resistance")[top], 0.02 * 20);
        assertEquals(1e-2, column(found, "peak_tau")[top], 0.15 * 1e-2);
        assertEquals(1e-2 / 20, column(found, "peak_capacitance")[top], 0.15 * 5e-4);
        assertEquals(number(found, "resolution"), column(found, "peak_width")[top], 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "one_zarc_exact.csv, 85",
        "two_zarc_noise.csv, 77",
        "one_rc_exact.csv, 23",
        "two_arcs_exact.csv, 97",
        "two_arcs_noise.csv, 97",
        "inductive_exact.csv, 97"
    })
    void conservation(String file, double limit) throws Exception {
        Values found = analysis.apply(Spectra.quick(file));
        double sum = number(found, "polarisation_resistance") + number(found, "r_infinity");
        assertEquals(limit, sum, 0.005 * limit);
    }

    @Test
    void inductance_is_kept_apart() throws Exception {
        Values found = analysis.apply(Spectra.quick("inductive_exact.csv"));
        assertEquals(1e-6, number(found, "inductance"), 0.01e-6);
    }

    @Test
    void weak_numbers_say_so() throws Exception {
        Values found = analysis.apply(Spectra.quick("two_zarc_noise.csv"));
        double[] range = column(found, "r_infinity_range");
        assertTrue(range[0] <= number(found, "r_infinity") && number(found, "r_infinity") <= range[1]);
        assertTrue(range[1] - range[0] > 0.1, () -> range[0] + " to " + range[1]);
        assertTrue(number(found, "r_infinity_uncertainty") > 0.2);
        Quality quality = Quality.of(found).orElseThrow();
        assertTrue(quality.has("not_identifiable"), quality::toString);
        assertEquals(Quality.Level.SUSPICIOUS, quality.level());
    }

    private static int highest(double[] numbers) {
        return Peak.highest(numbers, numbers.length);
    }

    private static int nearest(double[] numbers, double wanted) {
        return IntStream.range(0, numbers.length)
                .reduce((a, b) -> distance(numbers[a], wanted) <= distance(numbers[b], wanted) ? a : b)
                .orElseThrow();
    }

    private static double distance(double one, double other) {
        return Math.abs(Math.log(one / other));
    }
}
