package org.busbar.drivers.newerapump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FourDigitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "0.1234, 0.123",
        "1, 1.000",
        "9.9994, 9.999",
        "9.9996, 10.00",
        "12.345, 12.35",
        "99.996, 100.0",
        "999.96, 1000",
        "1234.4, 1234",
        "9999.4, 9999"
    })
    void says_a_number_with_four_digits(double number, String text) {
        assertEquals(text, FourDigits.text(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 9999.5, 1e9, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_a_number_that_the_pump_cannot_be_told(double number) {
        assertThrows(IllegalArgumentException.class, () -> FourDigits.text(number));
    }

    @ParameterizedTest
    @CsvSource({"0.0005, 0.500, UL", "1, 1000, UL", "9.9994, 9999, UL", "9.9996, 10.00, ML", "60, 60.00, ML"})
    void says_a_volume_in_the_finest_unit(double mL, String text, String unit) {
        assertEquals(new FourDigits(text, unit), FourDigits.volume(mL));
    }

    @ParameterizedTest
    @CsvSource({"0.00001, 0.600, UH", "0.1, 6000, UH", "0.2, 200.0, UM", "5, 5000, UM", "28.3, 28.30, MM"})
    void says_a_rate_in_the_finest_unit(double mLPerMinute, String text, String unit) {
        assertEquals(new FourDigits(text, unit), FourDigits.rate(mLPerMinute));
    }

    @ParameterizedTest
    @CsvSource({"ML, 1", "MM, 1", "UL, 0.001", "UM, 0.001", "MH, 0.016666666666666666", "UH, 0.000016666666666666667"})
    void knows_the_units_of_the_pump(String unit, double factor) {
        assertEquals(factor, FourDigits.factor(unit), 1e-20);
    }

    @Test
    void keeps_four_digits_of_any_volume_of_a_syringe() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double mL = Math.exp(Math.log(1e-3) + random.nextDouble() * Math.log(1e5));
            FourDigits said = FourDigits.volume(mL);
            assertEquals(mL, said.value(), 6e-4 * mL + 1e-12, said.toString());
            assertTrue(said.text().replace(".", "").length() <= 4, said.toString());
        }
    }
}
