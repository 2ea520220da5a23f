package org.busbar.analyses.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Resource;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.artifacts.ContentAddressedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenTest {

    private static final String CSV =
            "salt,T [K],c [mol/kg],same,k [mS/cm]\nA,1,2,5,3\nA,2,,5,4\nB,3,4,5,6\nB,4,7,5,1\n";

    private static Chosen chosen(String output, String inputs, String group) throws Exception {
        return Chosen.from(TableTest.table(CSV), output, TableInput.names(inputs), group);
    }

    private static String refusal(String output, String inputs) {
        return assertThrows(IllegalArgumentException.class, () -> chosen(output, inputs, ""))
                .getMessage();
    }

    @Test
    void incomplete_rows_are_left_out_and_counted() throws Exception {
        Chosen chosen = chosen("k", " T , c", "salt");
        assertEquals(1, chosen.leftOut());
        assertEquals(List.of("T", "c"), chosen.names());
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {4, 7}}, chosen.x());
        assertArrayEquals(new double[] {3, 6, 1}, chosen.y());
        assertEquals(List.of("A", "B", "B"), chosen.groups());
    }

    @Test
    void groups_are_named_by_all_their_columns() throws Exception {
        assertEquals(
                List.of("A, 5.0", "A, 5.0", "B, 5.0", "B, 5.0"),
                chosen("k", "T", "salt,same").groups());
    }

    @Test
    void without_names_all_numbers_but_output_and_group_are_inputs() throws Exception {
        assertEquals(List.of("T", "c"), chosen("k", "", "same").names());
    }

    @Test
    void a_constant_column_is_refused_with_its_value() {
        String message = refusal("k", "T,same");
        assertTrue(message.contains("'same' is constant, 5.0 1 in all 4 complete rows"), message);
    }

    @Test
    void the_output_is_no_input_and_inputs_are_named_once() {
        assertTrue(refusal("k", "k").contains("both"));
        assertTrue(refusal("k", "T,T").contains("twice"));
        assertTrue(refusal("k", "salt").contains("'A' is no number"));
        assertTrue(refusal("x", "T").contains("no column 'x'"));
    }

    @Test
    void one_complete_row_is_refused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Chosen.from(TableTest.table("a,b\n1,2\n,3\n"), "b", List.of(), ""))
                .getMessage();
        assertTrue(message.contains("1 have all numbers"), message);
    }

    @Test
    void a_table_comes_from_the_store_and_refusals_name_the_analysis(@TempDir Path folder) throws Exception {
        try (ContentAddressedStore store = new ContentAddressedStore(folder)) {
            Resource table = store.keep(new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)), "text/csv");
            Values inputs =
                    Values.of("table", table).with("output", new Text("k")).with("inputs", new Text("T"));
            TableInput input = new TableInput("morris", store);
            assertEquals(4, input.chosen(inputs).rows());
            Values wrong = inputs.with("output", new Text("q"));
            assertTrue(assertThrows(IllegalArgumentException.class, () -> input.chosen(wrong))
                    .getMessage()
                    .startsWith("morris: the table has no column 'q'"));
        }
    }
}
