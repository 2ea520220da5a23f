package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @TempDir
    Path folder;

    private Path table(String text) {
        return new Documents(folder).write("t.csv", text);
    }

    private void refuses(String text, String... parts) {
        Path table = table(text);
        Documents.requireParts(assertThrows(IllegalArgumentException.class, () -> CsvTable.rows(table)), parts);
    }

    @Test
    void rows_are_read_by_column() {
        assertEquals(
                List.of(Map.of("r", "1", "k", "6.5"), Map.of("r", "0.8", "k", "")),
                CsvTable.rows(table("r, k\r\n1,6.5\r\n 0.8 ,\r\n")));
        assertEquals(List.of(), CsvTable.rows(table("r,k\n")));
    }

    @Test
    void the_mark_that_spreadsheets_put_first_is_no_part_of_a_name() {
        assertEquals(List.of(Map.of("r", "1")), CsvTable.rows(table("\uFEFFr\n1\n")));
    }

    @Test
    void a_row_of_another_length_is_told_with_its_line() {
        refuses("r,k\n1,2\n1\n", "t.csv, line 3", "1 fields", "the header has 2");
        refuses("r,k\n1,2,3\n", "t.csv, line 2", "3 fields");
        refuses("r,k\n\"1\",2\n", "t.csv, line 2", "quoted");
    }

    @Test
    void a_table_that_cannot_be_read_is_told() throws Exception {
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> CsvTable.rows(folder.resolve("no.csv"))),
                "no.csv",
                "cannot be read");
        Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'r', '\n', (byte) 0xB5, '\n'});
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> CsvTable.rows(latin)),
                "latin.csv",
                "cannot be read");
    }

    @Test
    void numbers_are_numbers() {
        assertEquals(-1.5e-3, CsvTable.number(Map.of("k", "-1.5e-3"), "k"));
        assertEquals("a", CsvTable.text(Map.of("k", "a"), "k"));
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> CsvTable.number(Map.of("k", "1"), "c")),
                "no column c",
                "[k]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "1,5", "NaN", "1e999", "-Infinity"})
    void what_is_no_finite_number_is_refused(String text) {
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> CsvTable.number(Map.of("k", text), "k")),
                "column k",
                "'" + text + "' is not a number");
    }
}
