package org.busbar.drivers.methodscript.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    private static final double AREA = 7.07e-6;
    private static final double CONCENTRATION = 1;
    private static final double FA = Chemistry.FARADAY * AREA;

    private static Cell cell(double concentration, double resistance) {
        return new Cell(new Chemistry(concentration, AREA, resistance, 0.999));
    }

    /** Sweeps in steps of 0.2 mV; gives the highest current and its potential. */
    private static double[] peak(Cell cell, double rate) {
        double[] peak = {0, 0};
        for (double potential = -0.1; potential < 0.6; potential += 2e-4) {
            double current = cell.hold(potential, 2e-4 / rate);
            peak = current > peak[0] ? new double[] {current, potential} : peak;
        }
        return peak;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 1})
    void the_peak_of_a_sweep_is_that_of_randles_and_sevcik(double rate) {
        double[] peak = peak(cell(CONCENTRATION, 0.1), rate);
        double expected = 0.4463 * FA * CONCENTRATION * Math.sqrt(rate * Chemistry.DIFFUSION / Chemistry.THERMAL);
        assertEquals(expected, peak[0], 0.03 * expected);
        assertEquals(Chemistry.FORMAL_POTENTIAL + 1.109 * Chemistry.THERMAL, peak[1], 0.003);
    }

    @Test
    void the_current_after_a_step_is_that_of_cottrell() {
        Cell cell = cell(CONCENTRATION, 0.1);
        for (int i = 0; i < 100; i++) {
            double current = cell.hold(0.7, 0.05);
            double time = 0.05 * (i + 1);
            double expected = FA * CONCENTRATION * Math.sqrt(Chemistry.DIFFUSION / Math.PI / time);
            assertEquals(expected, current, (i < 3 ? 0.06 : 0.02) * expected, "after " + time + " s");
        }
    }

    @Test
    void the_double_layer_is_charged_through_the_resistance() {
        Chemistry chemistry = new Chemistry(1e-6, AREA, 1000, 0.5);
        Cell cell = new Cell(chemistry);
        double constant = chemistry.resistance() * chemistry.doubleLayer();
        double current = 0;
        for (int i = 0; i < 100; i++) {
            current = cell.hold(chemistry.rest() + 0.1, constant / 100);
        }
        assertEquals(0.1 / chemistry.resistance() * Math.exp(-1), current, 0.01 * 0.1 / chemistry.resistance());
    }

    @Test
    void a_fresh_cell_rests_at_the_potential_of_its_couple() {
        Chemistry chemistry = new Chemistry(1, AREA, 100, 0.9);
        assertEquals(chemistry.rest(), new Cell(chemistry).rest(100), 1e-6);
        assertEquals(0.2 - Chemistry.THERMAL * Math.log(9), chemistry.rest(), 1e-9);
    }

    @Test
    void what_was_done_to_a_cell_wears_off_slowly() {
        Cell cell = cell(CONCENTRATION, 100);
        double before = cell.rest(1);
        cell.hold(0.6, 10);
        double soon = cell.rest(1);
        double later = cell.rest(100_000);
        assertTrue(soon > before + 0.05, soon + " after " + before);
        assertEquals(before, later, 0.002);
    }

    @Test
    void the_impedance_goes_from_the_electrolyte_to_diffusion() {
        Chemistry chemistry = new Chemistry(CONCENTRATION, AREA, 100, 0.5);
        Impedance high = Impedance.of(chemistry, 0.2, 1e9);
        assertEquals(100, high.real(), 0.5);
        double warburg =
                Math.sqrt(2) * 2 / (CONCENTRATION / 2) * Chemistry.THERMAL / (2 * FA * Math.sqrt(Chemistry.DIFFUSION));
        Impedance low = Impedance.of(chemistry, 0.2, 1e-4);
        assertEquals(-warburg / Math.sqrt(2 * Math.PI * 1e-4), low.imaginary(), 0.02 * Math.abs(low.imaginary()));
        assertEquals(1, low.real() / -low.imaginary(), 0.1, "45 degrees");
    }
}
