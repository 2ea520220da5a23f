package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "20 Cel, 20, NaN, Cel",
        "-1.5e-3 V, -0.0015, NaN, V",
        ".5 mL, 0.5, NaN, mL",
        "5. mL, 5, NaN, mL",
        "7.4 +- 0.2 mS/cm, 7.4, 0.2, mS/cm",
        "7.4 ± 0.2 mS/cm, 7.4, 0.2, mS/cm",
        "'  7.4   ±  2E-1\tmS/cm ', 7.4, 0.2, mS/cm",
        "7.4 ± 0.2, 7.4, 0.2, 1",
        "3, 3, NaN, 1",
        "NaN V, NaN, NaN, V",
        "-Infinity V, -Infinity, NaN, V",
    })
    void reads(String text, double value, double uncertainty, String ucum) {
        assertEquals(Quantity.of(value, uncertainty, ucum), Quantity.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Cel",
                "20Cel",
                "5d",
                "5f V",
                "0x1p3 V",
                "7,4 mS/cm",
                "1 2 3",
                "7.4 +- mS/cm",
                "+- 0.2 V",
                "7.4 + 0.2 V",
                "7.4 ± 0.2 mS cm",
                ". V",
                "1e V",
                "--1 V",
                "²"
            })
    void refuses_what_is_not_a_number_with_a_unit(String text) {
        assertEquals(
                "'" + text + "' is not a number with a unit, such as '20 Cel' or '7.4 +- 0.2 mS/cm'", refusal(text));
    }

    @Test
    void says_what_is_wrong_with_the_unit() {
        assertTrue(refusal("20 °C").endsWith("did you mean 'Cel'?"));
        assertTrue(refusal("20 m99999999999").contains("the exponent 99999999999"));
    }

    @ParameterizedTest
    @CsvSource({
        "25, NaN, mL, 25 mL",
        "0.1, NaN, mL, 0.1 mL",
        "-0.0, NaN, mL, 0 mL",
        "1e20, NaN, mL, 1.0E20 mL",
        "25, NaN, 1, 25",
        "7.4, 0.2, mS/cm, 7.40 ± 0.20 mS/cm",
        "7.4, 0.2, 1, 7.40 ± 0.20",
        "7.44444, 0.0996, V, 7.44 ± 0.10 V",
        "7.44444, 0.996, V, 7.4 ± 1.0 V",
        "7.44444, 0.0994, V, 7.444 ± 0.099 V",
        "7444.4, 1234, V, 7400 ± 1200 V",
        "7454.4, 99.6, V, 7450 ± 100 V",
        "7444.4, 12, V, 7444 ± 12 V",
        "-0.001, 0.2, V, 0.00 ± 0.20 V",
        "3, 12000, V, 0 ± 12000 V",
        "25, 0, mL, 25 ± 0 mL",
        "25.5, 0, mL, 25.5 ± 0 mL",
        "25, Infinity, mL, 25 ± Infinity mL",
        "NaN, NaN, mL, NaN mL",
        "NaN, 0.1, mL, NaN ± 0.1 mL",
        "-Infinity, 0.1, mL, -Infinity ± 0.1 mL",
        "1.23456e-12, 1.26e-14, S, 1.235E-12 ± 1.3E-14 S",
        "6.02214e23, 1.26e19, /mol, 6.02214E+23 ± 1.3E+19 /mol",
        "0, 1e-12, A, 0E-13 ± 1.0E-12 A",
        "7.4, 1e-30, V, 7.4 ± 1.0E-30 V",
        "7.4, 4.9e-324, V, 7.4 ± 4.9E-324 V",
        "1e300, 1e-300, V, 1.0E300 ± 1.0E-300 V",
    })
    void rounds_to_two_digits_of_the_uncertainty(double value, double uncertainty, String ucum, String text) {
        assertEquals(text, Quantity.of(value, uncertainty, ucum).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "25, NaN, mL",
        "7.44444, 0.0996, mS/cm",
        "1.2e-12, 1e-14, 1",
        "6e23, 1e19, /mol",
        "7.4, 0, V",
        "2, NaN, 1"
    })
    void reads_what_it_writes(double value, double uncertainty, String ucum) {
        String text = Quantity.of(value, uncertainty, ucum).toString();
        assertEquals(text, Quantity.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, -Double.MIN_VALUE, Double.NEGATIVE_INFINITY})
    void refuses_a_negative_uncertainty(double uncertainty) {
        String message = assertThrows(IllegalArgumentException.class, () -> Quantity.of(7.4, uncertainty, "mS/cm"))
                .getMessage();
        assertEquals("An uncertainty cannot be negative: " + uncertainty + " mS/cm; NaN means not known", message);
    }

    @Test
    void converts_the_uncertainty_as_a_difference() {
        Quantity inCelsius = Quantity.of(68, 9, "[degF]").to(Unit.of("Cel"));
        assertEquals(20, inCelsius.value(), 1e-12);
        assertEquals(5, inCelsius.uncertainty(), 1e-12);
        assertEquals(Quantity.of(298.15, 0.5, "K"), Quantity.of(25, 0.5, "Cel").to(Unit.of("K")));
    }

    @Test
    void an_unknown_uncertainty_stays_unknown() {
        assertEquals(Quantity.of(0.025, "L"), Quantity.of(25, "mL").to(Unit.of("L")));
    }

    @Test
    void gives_its_number_in_other_units() {
        assertEquals(0.74, Quantity.of(7.4, "mS/cm").in("S/m"));
        assertEquals(293.15, Quantity.of(20, "Cel").in(Unit.of("K")));
        assertThrows(
                IllegalArgumentException.class, () -> Quantity.of(20, "Cel").in("V"));
        assertThrows(
                IllegalArgumentException.class, () -> Quantity.of(20, "Cel").to(Unit.of("V")));
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text))
                .getMessage();
    }
}
