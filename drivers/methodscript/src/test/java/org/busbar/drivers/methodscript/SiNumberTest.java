package org.busbar.drivers.methodscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, 500m",
        "-0.5, -500m",
        "2, 2",
        "0.1234, 123400u",
        "1e-7, 100n",
        "200000, 200k",
        "12345.678, 12345680m",
        "0.30000000000000004, 300m",
        "1e-16, 100a",
        "1e-20, 0"
    })
    void scripts_have_whole_numbers_with_a_prefix(double value, String literal) {
        assertEquals(literal, SiNumber.literal(value));
        assertEquals(value, SiNumber.parse(literal), 1e-6 * Math.abs(value) + 1e-18);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e13})
    void scripts_have_no_other_numbers(double value) {
        assertThrows(IllegalArgumentException.class, () -> SiNumber.literal(value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "800000Am, 0.01",
                "7FFFFF6m, -0.01",
                "8000800u, 0.002048",
                "\"8000000 \", 0",
                "8000003i, 3",
                "FFFFFFFP, 1.34217727E23",
                "0000000a, -1.34217728E-10",
                "\"     nan\", NaN"
            })
    void packages_have_seven_digits_with_an_offset_and_a_prefix(String packed, double value) {
        assertEquals(value, SiNumber.unpacked(packed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"800000A", "800000am", "80000000m", "8000000x", "ZZZZZZZm", "nan     ", ""})
    void what_is_no_number_is_refused(String damaged) {
        String message = assertThrows(IllegalArgumentException.class, () -> SiNumber.unpacked(damaged))
                .getMessage();
        assertTrue(message.contains("'" + damaged + "'"), message);
    }

    @Test
    void what_is_packed_is_unpacked_to_eight_digits() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 9);
            assertEquals(value, SiNumber.unpacked(SiNumber.packed(value)), 1e-5 * Math.abs(value) + 1e-18);
        }
        assertEquals("     nan", SiNumber.packed(Double.NaN));
        assertEquals(0, SiNumber.unpacked(SiNumber.packed(0)));
    }
}
