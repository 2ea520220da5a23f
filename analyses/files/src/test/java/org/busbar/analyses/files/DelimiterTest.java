package org.busbar.analyses.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelimiterTest {

    @Test
    void cells_may_be_empty() {
        assertEquals(List.of("", "1", "", "2", ""), Delimiter.COMMA.cells(",1,,2,"));
        assertEquals(List.of(""), Delimiter.TAB.cells(""));
    }

    @Test
    void quotes_hold_delimiters_and_doubled_quotes() {
        assertEquals(List.of("a, b", "c\"d", "e"), Delimiter.COMMA.cells("\"a, b\",\"c\"\"d\",e"));
    }

    @Test
    void a_quote_within_a_cell_is_a_sign() {
        assertEquals(List.of("Z'", "Z\"/ohm", "Z"), Delimiter.COMMA.cells("Z',Z\"/ohm,Z"));
    }

    @Test
    void a_quote_that_does_not_close_is_a_sign() {
        assertEquals(List.of("\"a", "b"), Delimiter.COMMA.cells("\"a,b"));
    }

    @Test
    void blanks_count_once() {
        assertEquals(List.of("1", "2", "3"), Delimiter.BLANKS.cells("  1 2\t  3 "));
    }
}
