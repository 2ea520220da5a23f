package org.busbar.analyses.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalMarkTest {

    @Test
    void a_comma_counts_where_there_is_no_point() {
        assertEquals(DecimalMark.COMMA, DecimalMark.of(List.of("1", "3,7", "06/05/2021 11:23:46", "-1,5E-3")));
        assertEquals(DecimalMark.POINT, DecimalMark.of(List.of("1", "3,7", "0.5")));
        assertEquals(DecimalMark.POINT, DecimalMark.of(List.of("1", "a,b")));
    }

    @Test
    void numbers_are_read_to_the_last_digit() {
        assertEquals(2.816723801174285E+005, DecimalMark.POINT.number(" 2.816723801174285E+005 "));
        assertEquals(-0.00125, DecimalMark.COMMA.number("-1,25e-3"));
        assertEquals(5, DecimalMark.POINT.number("5."));
        assertEquals(.5, DecimalMark.POINT.number("+.5"));
    }

    @Test
    void infinite_numbers_are_infinite() {
        assertEquals(Double.POSITIVE_INFINITY, DecimalMark.POINT.number("inf"));
        assertEquals(Double.NEGATIVE_INFINITY, DecimalMark.POINT.number("-Infinity"));
        assertEquals(Double.POSITIVE_INFINITY, DecimalMark.POINT.number("1e999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nan", "N/A", "0x10", "1d", "1f", "1,5", "1e", "-", "2024-11-20", "1.2.3", "--1"})
    void what_is_no_number_is_missing(String cell) {
        assertEquals(Double.NaN, DecimalMark.POINT.number(cell));
    }
}
