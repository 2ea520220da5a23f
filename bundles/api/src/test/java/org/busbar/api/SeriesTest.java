package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Series MILLIVOLTS = Series.of("mV", 3, Double.NaN, 4);

    @Test
    void keeps_its_own_numbers() {
        double[] given = {1, 2};
        Series series = new Series(given, Unit.of("V"));
        given[0] = 9;
        series.values()[1] = 9;
        series.in(Unit.of("V"))[1] = 9;
        assertArrayEquals(new double[] {1, 2}, series.values());
        assertEquals(2, series.value(1));
        assertEquals(2, series.size());
    }

    @Test
    void converts_every_number() {
        assertArrayEquals(new double[] {0.003, Double.NaN, 0.004}, MILLIVOLTS.in(Unit.of("V")));
        assertArrayEquals(new double[] {273.15, 293.15}, Series.of("Cel", 0, 20).in(Unit.of("K")));
        assertArrayEquals(new double[0], Series.of("V").in(Unit.of("mV")));
    }

    @Test
    void refuses_another_dimension_even_if_empty() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Series.of("V").in(Unit.of("A")))
                .getMessage();
        assertTrue(message.startsWith("Cannot convert V (m2 kg s-3 A-1) to A (A)"), message);
    }

    @Test
    void is_equal_by_numbers_and_unit() {
        Series same = Series.of("mV", 3, Double.NaN, 4);
        assertEquals(MILLIVOLTS, same);
        assertEquals(MILLIVOLTS.hashCode(), same.hashCode());
        assertNotEquals(MILLIVOLTS, Series.of("uV", 3, Double.NaN, 4));
        assertNotEquals(MILLIVOLTS, Series.of("mV", 3, Double.NaN));
        assertNotEquals(MILLIVOLTS, Series.of("mV", 4, Double.NaN, 3));
    }

    @Test
    void is_short_in_words() {
        assertEquals("3 values in mV", MILLIVOLTS.toString());
    }
}
