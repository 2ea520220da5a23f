package org.busbar.analyses.cycling;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.Test;

/** What cannot be analysed is refused by a message that says what is wrong. */
class RefusalTest {

    private final Values cell = new Cell(0).cycles(1).withSteps();
    private final Analysis cycling = new CyclingFeatures();
    private final Analysis incremental = new IncrementalCapacity();
    private final Analysis life = new CycleLife();

    @Test
    void nothing_and_a_single_row() {
        refused(cycling, Tables.rows(cell, 0, 0), "0 rows", "2 rows or more");
        refused(cycling, Tables.rows(cell, 0, 1), "1 rows", "2 rows or more");
        refused(new DcResistance(), rows(cell, "test_time", "voltage", "current"), "1 rows");
    }

    private static Values rows(Values of, String... names) {
        Values some = Values.none();
        for (String name : names) {
            some = some.with(name, of.get(name));
        }
        return Tables.rows(some, 0, 1);
    }

    @Test
    void columns_of_different_length() {
        refused(cycling, cell.with("voltage", Series.of("V", 3.7, 3.8)), "voltage has 2 values", "one per row");
        refused(cycling, cell.with("step", Series.of("1", 1, 2, 3)), "step has 3 values", "or none at all");
    }

    @Test
    void no_number_and_wrong_units() {
        refused(cycling, Tables.with(cell, "voltage", 7, Double.NaN), "voltage", "NaN at position 7");
        refused(
                cycling,
                cell.with("current", Series.of("mV", Tables.column(cell, "current"))),
                "current",
                "not a series of numbers in A");
    }

    @Test
    void a_cycle_that_is_not_whole() {
        refused(cycling, Tables.with(cell, "cycle", 3, 1.5), "cycle = 1.5 at position 3", "not a whole number");
    }

    @Test
    void a_window_that_does_not_fit_and_a_cycle_that_is_not_there() {
        Values voltages = Values.of("test_time", cell.get("test_time"))
                .with("voltage", cell.get("voltage"))
                .with("current", cell.get("current"));
        refused(incremental, voltages.with("window", Quantity.of(8, "1")), "window = 8 points", "odd");
        refused(incremental, voltages.with("chosen_cycle", Quantity.of(5, "1")), "cycle 5", "the first 1");
        refused(incremental, voltages.with("grid_spacing", Quantity.of(0.5, "V")), "every cycle", "smaller");
    }

    @Test
    void cycles_that_are_none() {
        Values cells = CycleLifeTest.cells(5, n -> 2);
        refused(life, CycleLifeTest.cells(0, n -> 2), "0 full cycles");
        refused(life, cells.with("formation_cycles", Quantity.of(5, "1")), "5 full cycles of which 5 are formation");
        refused(life, Tables.with(cells, "full_cycle_capacity", 2, 0), "full_cycle_capacity = 0.0", "position 2");
        refused(life, Tables.with(cells, "full_cycle", 2, 1), "full_cycle = 1.0 at position 2", "sort");
    }

    @Test
    void a_time_that_is_not_after_the_step() {
        Values voltages = Values.of("test_time", cell.get("test_time"))
                .with("voltage", cell.get("voltage"))
                .with("current", cell.get("current"));
        refused(new DcResistance(), voltages.with("after", Series.of("s", 1, 0)), "after = 0.0 s");
    }

    private static void refused(Analysis analysis, Values inputs, String... parts) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs));
        assertTrue(refusal.getMessage().startsWith(analysis.capability().name() + ":"), refusal::getMessage);
        for (String part : parts) {
            assertTrue(refusal.getMessage().contains(part), () -> part + " is not in: " + refusal.getMessage());
        }
    }
}
