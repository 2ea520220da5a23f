package org.busbar.analyses.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void the_table_begins_below_its_headings() throws Exception {
        TextTable table = find("made by me\n\nx;a;b\n\n1;2;3\n;;\n4;5;6\n").orElseThrow();
        assertEquals(List.of("made by me", ""), table.preamble());
        List<TextTable.Row> rows = rows(table);
        assertEquals(List.of(List.of("1", "2", "3"), List.of("4", "5", "6")), cells(rows));
        assertEquals(7, rows.get(1).line());
    }

    @Test
    void only_a_last_row_with_fewer_cells_is_cut() throws Exception {
        assertEquals(
                List.of(false, false, true),
                rows(find("a,b,x\n1,2,3\n1,2\n1\n").orElseThrow()).stream()
                        .map(TextTable.Row::cut)
                        .toList());
        assertEquals(
                List.of(false, false),
                rows(find("a,b,x\n1,2,3\n1,2,3").orElseThrow()).stream()
                        .map(TextTable.Row::cut)
                        .toList());
    }

    @Test
    void rows_beyond_the_sample_are_there() throws Exception {
        TextTable table = find("a,x\n" + "1,2\n".repeat(500)).orElseThrow();
        assertEquals(50, table.ahead().size());
        assertEquals(500, rows(table).size());
    }

    @Test
    void a_cell_that_is_not_there_is_empty() {
        assertEquals("", new TextTable.Row(List.of("1"), 1, false).cell(3));
    }

    @Test
    void the_decimal_mark_is_that_of_the_rows() throws Exception {
        assertEquals(DecimalMark.COMMA, find("a;x\n1;2\n1,5;2\n").orElseThrow().decimal());
        assertEquals(DecimalMark.POINT, find("a,x\n1,5\n").orElseThrow().decimal());
    }

    @Test
    void no_headings_no_table() throws Exception {
        assertTrue(find("a,b\n1,2\n").isEmpty());
    }

    private static Optional<TextTable> find(String text) throws IOException {
        TextLines lines = new TextLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return TextTable.find(lines, EnumSet.of(Delimiter.SEMICOLON, Delimiter.COMMA), headings -> headings.stream()
                .anyMatch(heading -> heading.name().equals("x")));
    }

    private static List<TextTable.Row> rows(TextTable table) throws IOException {
        List<TextTable.Row> rows = new ArrayList<>();
        for (TextTable.Row row = table.next(); row != null; row = table.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> cells(List<TextTable.Row> rows) {
        return rows.stream().map(TextTable.Row::cells).toList();
    }
}
