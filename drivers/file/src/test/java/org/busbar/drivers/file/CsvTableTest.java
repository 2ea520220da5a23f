package org.busbar.drivers.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final CsvForm GERMAN = new CsvForm(';', ',');
    private static final CsvForm ENGLISH = new CsvForm(',', '.');

    @Test
    void a_table_is_found_below_a_preamble_and_ends_at_an_empty_line() throws LinkException {
        String text =
                "Instrument;DMA\r\nOperator;\r\n\r\nName;Density;\"Temp; set\"\r\na;1,25;20\r\nb;1,5;25\r\n\r\nend;;";
        CsvTable table = CsvTable.find("a.csv", text, GERMAN, List.of("Density", "Temp; set"));
        assertArrayEquals(new double[] {1.25, 1.5}, table.numbers("Density"));
        assertEquals(25, table.number("Temp; set", 1));
        assertEquals("b", table.cell("Name", 1));
    }

    @Test
    void quotes_hold_separators_and_quotes() {
        assertEquals(List.of("a,b", "say \"so\"", "", "x"), ENGLISH.cells("\"a,b\", \"say \"\"so\"\"\" ,, x "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.25", "1,2,5", "", "n/a", "NaN", "Infinity", "1 250", "1d", "0x1p3"})
    void what_is_no_number_is_refused(String cell) {
        String text = "Density\n\"" + cell + "\"\n";
        LinkException told =
                assertThrows(LinkException.class, () -> CsvTable.find("a.csv", text, GERMAN, List.of("Density"))
                        .numbers("Density"));
        assertEquals(LinkException.Kind.GARBLED, told.kind());
        assertTrue(told.getMessage().contains("a.csv: row 1, column 'Density'"), told.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name;Dichte#a;1,2 | no line has all the columns [Density]",
                "Name;Density | there is no row",
                "Name;Density#a | row 1 has 1 cells and not 2: 'a'",
                "Name;Density#a;1,2;3 | row 1 has 3 cells and not 2"
            })
    void a_wrong_table_is_told(String text, String why) {
        LinkException told = assertThrows(
                LinkException.class, () -> CsvTable.find("a.csv", text.replace('#', '\n'), GERMAN, List.of("Density")));
        assertTrue(told.getMessage().contains(why), told.getMessage());
    }

    @Test
    void a_form_must_tell_cells_from_decimals() {
        assertThrows(IllegalArgumentException.class, () -> new CsvForm(',', ','));
    }
}
