package org.busbar.analyses.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.analysis.Quality.Level;
import org.junit.jupiter.api.Test;

class CyclerTableTest {

    private static final EnumSet<CyclerColumn> MAIN =
            EnumSet.of(CyclerColumn.TEST_TIME, CyclerColumn.VOLTAGE, CyclerColumn.CURRENT);

    @Test
    void gives_all_outputs_also_those_that_are_not_there() {
        CyclerTable table = table(MAIN, new double[] {0, 3.7, .1});
        new Capability("c", List.of(), CyclerTable.outputs()).checkOutputs(table.values("bdf", List.of("voltage: U")));
        assertFalse(table.has(CyclerColumn.CYCLE));
        assertEquals("ok", table.quality().text().text());
    }

    @Test
    void a_table_without_a_needed_column_is_refused_by_name() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new CyclerRows(EnumSet.of(CyclerColumn.TEST_TIME)))
                .getMessage();
        assertTrue(message.contains("voltage, current"), message);
    }

    @Test
    void a_table_without_rows_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new CyclerRows(MAIN).table());
    }

    @Test
    void rows_without_a_needed_number_are_counted() {
        CyclerTable table = table(MAIN, new double[] {0, 3.7, .1}, new double[] {1, Double.NaN, .1}, new double[] {
            2, 3.7, Double.POSITIVE_INFINITY
        });
        assertEquals(1, table.size());
        assertEquals(
                List.of("invalid_rows: 2 of 3 left out, row 1, row 2"),
                table.quality().flags());
    }

    @Test
    void an_optional_column_with_gaps_is_left_out_and_named_one_without_numbers_only_left_out() {
        EnumSet<CyclerColumn> present = EnumSet.copyOf(MAIN);
        present.addAll(List.of(CyclerColumn.CYCLE, CyclerColumn.TEMPERATURE));
        CyclerTable table = table(
                present, new double[] {0, 3.7, .1, Double.NaN, 25}, new double[] {1, 3.7, .1, Double.NaN, Double.NaN});
        assertFalse(table.has(CyclerColumn.CYCLE));
        assertFalse(table.has(CyclerColumn.TEMPERATURE));
        assertEquals(
                List.of("invalid_rows: temperature has no number in 1 of 2 rows and is left out"),
                table.quality().flags());
    }

    @Test
    void clocks_are_compared_with_test_time() {
        EnumSet<CyclerColumn> present = EnumSet.copyOf(MAIN);
        present.add(CyclerColumn.UNIX_TIME);
        CyclerTable table = table(
                present,
                new double[] {0, 3.7, .1, 1_700_000_000},
                new double[] {1, 3.7, .1, 1_700_000_001},
                new double[] {2, 3.7, .1, 1_699_996_402},
                new double[] {3, 3.7, .1, 1_699_996_403});
        assertEquals(
                List.of("clock_jump: 1, first by -3600 s at row 3, so order by test time"),
                table.quality().flags());
    }

    @Test
    void test_time_that_goes_back_is_suspicious() {
        CyclerTable table = table(MAIN, new double[] {5, 3.7, .1}, new double[] {4, 3.7, .1});
        assertTrue(table.quality().has("time_not_increasing"));
        assertEquals(Level.SUSPICIOUS, table.quality().level());
    }

    @Test
    void a_rest_is_no_lost_resolution() {
        double[][] rest = {{0, 3.70, 0}, {1, 3.75, 0}};
        double[][] lost = {{0, 3.70, 0}, {1, 3.85, 0}};
        assertFalse(table(MAIN, rest).quality().has("resolution_lost"));
        assertTrue(table(MAIN, lost).quality().has("resolution_lost"));
    }

    @Test
    void the_current_may_be_turned() {
        CyclerTable table = table(MAIN, new double[] {0, 3.7, .1}, new double[] {1, 3.7, 0});
        assertArrayEquals(
                new double[] {1, 2}, table.withCurrent(row -> row + 1.0).column(CyclerColumn.CURRENT));
    }

    private static CyclerTable table(EnumSet<CyclerColumn> present, double[]... rows) {
        CyclerRows gathered = new CyclerRows(present);
        for (int i = 0; i < rows.length; i++) {
            gathered.add(rows[i], "row " + i);
        }
        return gathered.table();
    }
}
