package org.busbar.analyses.drt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeakTest {

    private final Grid grid = new Grid(
            IntStream.range(0, 101)
                    .mapToDouble(i -> Math.pow(10, -5 + i / 20.0))
                    .toArray(),
            20);

    /** Two normal curves in log tau at 10^-3.51 and 10^-1 s, the first of twice the area. */
    private final double[] gamma = IntStream.range(0, 101)
            .mapToDouble(i -> 2 * bell(i, 29.8) + bell(i, 80))
            .toArray();

    private static double bell(double at, double centre) {
        return Math.exp(-(at - centre) * (at - centre) / (2 * 25));
    }

    @Test
    void areas_between_minima_add_up() {
        List<Peak> peaks = Peak.of(grid, gamma);
        assertEquals(2, peaks.size());
        double each = 5 * Math.sqrt(2 * Math.PI) * grid.step();
        assertEquals(2 * each, peaks.get(0).resistance(), 1e-4);
        assertEquals(each, peaks.get(1).resistance(), 1e-4);
        assertEquals(2 / 3.0, peaks.get(0).share(), 1e-4);
        assertEquals(
                grid.area(gamma, 0, 101),
                peaks.get(0).resistance() + peaks.get(1).resistance(),
                1e-12);
    }

    @Test
    void the_top_lies_between_the_nodes() {
        Peak peak = Peak.of(grid, gamma).get(0);
        assertEquals(-3.51, Math.log10(peak.tau()), 1e-3);
        assertEquals(2 * Math.sqrt(2 * Math.log(2)) * 5 / 20, peak.width(), 0.005);
        assertEquals(peak.tau() / peak.resistance(), peak.capacitance(), 1e-15);
    }

    @Test
    void nothing_and_dust_are_no_peaks() {
        assertTrue(Peak.of(grid, new double[101]).isEmpty());
        double[] dusty = gamma.clone();
        dusty[3] += 1e-3;
        assertEquals(2, Peak.of(grid, dusty).size());
    }

    @Test
    void a_peak_at_the_end_stays_at_the_end() {
        double[] falling = IntStream.range(0, 101).mapToDouble(i -> bell(i, 0)).toArray();
        assertEquals(grid.tau()[0], Peak.of(grid, falling).get(0).tau());
    }
}
