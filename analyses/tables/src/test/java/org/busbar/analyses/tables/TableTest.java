package org.busbar.analyses.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.busbar.api.Unit;
import org.junit.jupiter.api.Test;

class TableTest {

    static Table table(String csv) throws IOException {
        return Table.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Limits.usual());
    }

    private static String refusal(String csv) {
        return assertThrows(IllegalArgumentException.class, () -> table(csv)).getMessage();
    }

    @Test
    void units_are_read_from_brackets_and_from_behind_a_slash() throws IOException {
        Table table = table("T [K],c / mol/kg,ratio,n [-]\n1,2,3,4\n");
        assertEquals(List.of("T", "c", "ratio", "n"), table.names());
        assertEquals(Unit.of("K"), table.numbers("T").unit());
        assertEquals(Unit.of("mol/kg"), table.numbers("c").unit());
        assertEquals(Unit.ONE, table.numbers("ratio").unit());
        assertEquals(Unit.ONE, table.numbers("n").unit());
    }

    @Test
    void a_slash_in_a_name_stays_if_the_unit_is_in_brackets() throws IOException {
        assertEquals(List.of("EC / EMC"), table("EC / EMC [1]\n1\n").names());
    }

    @Test
    void a_heading_with_an_unknown_unit_is_refused() {
        assertTrue(refusal("k [wumpus/m]\n1\n").contains("'k [wumpus/m]'"));
    }

    @Test
    void quotes_hide_separators_line_ends_and_quotes() throws IOException {
        Table table = table("name,\"x, y\"\r\n\"a \"\"b\"\"\nc, d\",1\r\ne,2\r\n");
        assertEquals(List.of("name", "x, y"), table.names());
        assertEquals(List.of("a \"b\"\nc, d", "e"), ((Column.Words) table.column("name")).cells());
        assertEquals(List.of(2, 4), table.lines());
    }

    @Test
    void semicolons_bring_decimal_commas_and_tabs_separate_too() throws IOException {
        assertArrayEquals(
                new double[] {1.5, -.25e-3},
                table("a;b\n1,5;2\n-,25e-3;3\n").numbers("a").values().values());
        assertArrayEquals(
                new double[] {3}, table("a\tb\n1\t3\n").numbers("b").values().values());
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_name() throws IOException {
        assertEquals(List.of("a", "b"), table("\uFEFFa,b\n1,2").names());
    }

    @Test
    void missing_cells_are_nan_and_counted() throws IOException {
        Column.Numbers column = table("a,b\n,1\nNaN,1\nn/a,1\n4,1\n").numbers("a");
        assertEquals(3, column.missing());
        assertEquals(4, column.values().value(3));
    }

    @Test
    void a_word_among_numbers_is_named_with_line_and_column() throws IOException {
        Table table = table("a,b\n1,1\n2,1\n<1e-10,1\n");
        String message = assertThrows(IllegalArgumentException.class, () -> table.numbers("a"))
                .getMessage();
        assertTrue(message.contains("line 4, column 'a': '<1e-10'"), message);
        assertThrows(IllegalArgumentException.class, table::numbers, "one bad cell must not make a column disappear");
    }

    @Test
    void a_column_of_words_is_no_number_column() throws IOException {
        Table table = table("salt,c\nLiPF6,1\nLiTFSI,2\n");
        assertEquals(List.of("c"), table.numbers().stream().map(Column::name).toList());
    }

    @Test
    void infinite_and_hexadecimal_numbers_are_words() throws IOException {
        Table table = table("a,b,c\nInfinity,0x1p3,1e999\n");
        for (String name : table.names()) {
            assertThrows(IllegalArgumentException.class, () -> table.numbers(name));
        }
    }

    @Test
    void constant_columns_are_named() throws IOException {
        assertEquals(List.of("b", "c"), table("a,b,c\n1,2,\n2,2,3\n").constant());
    }

    @Test
    void a_missing_column_is_named_with_those_there_are() throws IOException {
        Table table = table("a,b\n1,2\n");
        String message = assertThrows(IllegalArgumentException.class, () -> table.column("d"))
                .getMessage();
        assertTrue(message.contains("'d'") && message.contains("[a, b]"), message);
    }

    @Test
    void what_is_no_table_is_refused_with_the_place() {
        assertTrue(refusal("").contains("empty"));
        assertTrue(refusal("a,b\n").contains("no rows"));
        assertTrue(refusal("a,b\n1,2\n3\n").contains("line 3 has 1 cells"));
        assertTrue(refusal("a,b\n1,\"2\n3,4\n").contains("line 2, column 2"));
        assertTrue(refusal("a,b\n1,\"2\"3\n").contains("line 2, column 2"));
        assertTrue(refusal("a,a\n1,2\n").contains("'a'"));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] bytes = {'a', ',', 'b', '\n', (byte) 0xff, (byte) 0xfe, ',', '1'};
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Table.read(new ByteArrayInputStream(bytes), Limits.usual()))
                .getMessage();
        assertTrue(message.contains("UTF-8"), message);
    }

    /** A gigabyte of rows, made as they are read. */
    private static InputStream gigabyte() {
        return new InputStream() {
            private long given;

            @Override
            public int read() {
                return given++ > 1L << 30 ? -1 : given % 40 == 0 ? '\n' : '1';
            }
        };
    }

    @Test
    void a_gigabyte_is_refused_when_the_limit_is_reached() {
        Limits limits = new Limits(Integer.MAX_VALUE, 10, Integer.MAX_VALUE, 1 << 20);
        String message = assertThrows(IllegalArgumentException.class, () -> Table.read(gigabyte(), limits))
                .getMessage();
        assertTrue(message.contains("1048576 bytes"), message);
    }

    @Test
    void too_many_rows_or_columns_are_refused() {
        Limits limits = new Limits(2, 2, 100, 1000);
        for (String csv : List.of("a\n1\n2\n3\n", "a,b,c\n1,2,3\n")) {
            InputStream in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
            String message = assertThrows(IllegalArgumentException.class, () -> Table.read(in, limits))
                    .getMessage();
            assertTrue(message.contains("limit of 2"), message);
        }
    }

    @Test
    void standardised_numbers_have_mean_0_and_deviation_1() {
        double[] values = {1, 2, Double.NaN, 6};
        assertEquals(new Standard(3, Math.sqrt(7)), Standard.ofSample(values));
        assertEquals(new Standard(3, Math.sqrt(14. / 3)), Standard.ofPopulation(values));
        assertArrayEquals(
                new double[] {-1, 1}, Standard.ofPopulation(new double[] {4, 6}).of(new double[] {4, 6}));
    }
}
