package org.busbar.analyses.importance;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    private List<Analysis> all() {
        return List.of(
                new LinearImportance(tables.store()),
                new Lasso(tables.store()),
                new ForestImportance(tables.store()),
                new ModelCheck(tables.store()),
                new Ladder(tables.store()));
    }

    private static void assertRefused(Analysis analysis, Values inputs, String... parts) {
        String name = analysis.capability().name();
        String message = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs), name)
                .getMessage();
        assertTrue(message.startsWith(name + ": "), message);
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void constant_columns_are_refused_by_name() {
        Values inputs = tables.of("a,b [mL],y\n1,7,2\n2,7,3\n3,7,5\n4,7,1\n", "y");
        all().forEach(analysis -> assertRefused(analysis, inputs, "'b' is constant, 7.0 mL in all 4"));
        Values flat = tables.of("a,y\n1,2\n2,2\n3,2\n4,2\n", "y");
        all().forEach(analysis -> assertRefused(analysis, flat, "'y' is constant", "another output"));
    }

    @Test
    void a_missing_column_is_refused_with_those_there_are() {
        Values inputs = tables.of("a,y\n1,2\n2,3\n", "z");
        all().forEach(analysis -> assertRefused(analysis, inputs, "no column 'z'", "[a, y]"));
    }

    @Test
    void a_word_in_a_column_of_numbers_is_refused_with_line_and_cell() {
        Values inputs = tables.of("a,y\n1,2\n2,3\n3,4\nmuch,3\n", "y");
        all().forEach(analysis -> assertRefused(analysis, inputs, "line 5, column 'a'", "'much'"));
    }

    @Test
    void empty_tables_and_single_rows_are_refused() {
        Values empty = tables.of("", "y");
        Values heading = tables.of("a,y\n", "y");
        Values single = tables.of("a,y\n1,2\n", "y");
        for (Analysis analysis : all()) {
            assertRefused(analysis, empty, "empty");
            assertRefused(analysis, heading, "no rows");
            assertRefused(analysis, single, "1 have all numbers");
        }
    }

    @Test
    void rows_with_nan_are_left_out_and_if_none_remain_refused() {
        Values inputs = tables.of("a,y\nNaN,2\n2,NaN\n,1\n", "y");
        all().forEach(analysis -> assertRefused(analysis, inputs, "3 rows, of which 0"));
    }

    @Test
    void fewer_rows_than_inputs_are_refused_where_they_cannot_be_used() {
        Values inputs = tables.of(Tables.drawn(12, 15, 1, x -> x[0]), "y");
        assertRefused(new LinearImportance(tables.store()), inputs, "12 complete rows", "15 inputs", "lasso");
        assertRefused(new Ladder(tables.store()), inputs, "12 complete rows");
        assertRefused(new ModelCheck(tables.store()), inputs, "12 complete rows", "16 coefficients");
    }

    @Test
    void a_forest_needs_ten_rows() {
        Values inputs = tables.of(Tables.drawn(9, 1, 1, x -> x[0] + x[1]), "y");
        assertRefused(new ForestImportance(tables.store()), inputs, "9 complete rows", "at least 10");
    }

    @Test
    void folds_need_rows_and_groups() {
        Values few = tables.of(Tables.drawn(9, 1, 1, x -> x[0]), "y");
        assertRefused(new Lasso(tables.store()), few, "9 complete rows", "5 folds");
        Values groups = tables.of("g,a,y\nA,1,2\nB,2,3\nA,3,1\nB,5,5\n", "y")
                .with("folds", Quantity.of(2, "1"))
                .with("group", new Text("g"));
        assertRefused(new ModelCheck(tables.store()), groups.with("folds", Quantity.of(3, "1")), "4 complete rows");
        Values three = tables.of("g,a,y\nA,1,2\nB,2,3\nA,3,1\nB,5,5\nA,4,4\nB,9,1\n", "y")
                .with("folds", Quantity.of(3, "1"))
                .with("group", new Text("g"));
        assertRefused(new ModelCheck(tables.store()), three, "2 groups", "3 folds");
    }

    @Test
    void inputs_that_add_up_are_refused_by_name() {
        Values inputs = tables.of(
                "a,b,c,d,y\n.2,.8,1,1,1\n.5,.5,2,3,4\n.9,.1,5,2,2\n.4,.6,3,9,7\n.3,.7,8,4,1\n.1,.9,2,2,5\n.6,.4,1,7,3\n",
                "y");
        assertRefused(new LinearImportance(tables.store()), inputs, "[a, b] are linear combinations");
    }

    @Test
    void an_exact_fit_has_no_standard_errors_and_is_refused() {
        Values inputs = tables.of("a,b,y\n1,2,3\n2,7,9\n3,1,4\n5,5,10\n6,1,7\n", "y");
        assertRefused(new LinearImportance(tables.store()), inputs, "no standard errors");
    }

    @Test
    void a_file_cut_in_the_middle_is_refused() {
        Values inputs = tables.of("a,b,y\n1,2,3\n4,5,6\n7,8", "y");
        all().forEach(analysis -> assertRefused(analysis, inputs, "line 4 has 2 cells"));
    }

    @Test
    void a_table_of_another_type_is_refused() throws Exception {
        Values inputs = Values.of("table", tables.store().keep(new ByteArrayInputStream(new byte[3]), "image/png"))
                .with("output", new Text("y"));
        all().forEach(analysis -> assertRefused(analysis, inputs, "text/csv"));
    }
}
