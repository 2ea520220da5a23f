package org.busbar.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.35123456, 0.3512",
        "0.35, 0.35",
        "0, 0",
        "25, 25",
        "123456, 123456",
        "-2.5, -2.5",
        "1e-12, 1E-12",
        "1.23456e15, 1.235E+15",
        "NaN, unknown",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void numbers_have_four_digits(double number, String text) {
        assertEquals(text, Numbers.plain(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.85, 850 ms",
        "0.9999, 1.0 s",
        "12.34, 12.3 s",
        "59.96, 1 min 0 s",
        "200, 3 min 20 s",
        "3599.7, 1 h 0 min",
        "7500, 2 h 5 min",
        "90000, 1 d 1 h"
    })
    void durations_have_two_units_at_most(double seconds, String text) {
        assertEquals(text, Numbers.duration(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0 %", "0.0001, < 0.1 %", "0.034, 3.4 %", "0.61, 61 %", "1, 100 %"})
    void shares(double share, String text) {
        assertEquals(text, Numbers.percent(share));
    }

    @Test
    void quantities_show_the_uncertainty_if_it_is_known() {
        assertEquals("7.710 ± 0.050 mS/cm", Numbers.of(Quantity.of(7.71, 0.05, "mS/cm")));
        assertEquals("7.712 mS/cm", Numbers.of(Quantity.of(7.712345, "mS/cm")));
        assertEquals("0.5", Numbers.of(Quantity.of(0.5, "1")));
        assertEquals("EC", Numbers.of(new Text("EC")));
    }

    @Test
    void a_value_of_a_parameter_is_in_its_unit() {
        Parameter salt = Parameter.real("salt", "mol/kg", 0, 2);
        assertEquals("1.2 mol/kg", Numbers.of(salt, Quantity.of(1200, "mmol/kg")));
        assertEquals("1.2", Numbers.bare(salt, Quantity.of(1200, "mmol/kg")));
        assertEquals("3", Numbers.of(Parameter.whole("cycles", 1, 9), Quantity.of(3, "1")));
        assertEquals("EC", Numbers.of(Parameter.choice("solvent", "EC"), new Text("EC")));
    }
}
