package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UcumParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo/cm           | there is no unit 'foo'",
                "mS/foo           | there is no unit 'foo'",
                "MM               | there is no unit 'MM'",
                "kmin             | there is no unit 'kmin'",
                "mCel             | there is no unit 'mCel'",
                "k[psi]           | there is no unit 'k[psi]'",
                "[psi             | there is no unit '[psi'",
                "[iU]             | there is no unit '[iU]'",
                "10-3             | there is no unit '10'",
                "1e3              | there is no unit '1e'",
                "mS//cm           | a unit is missing after 'mS/'",
                "mS/              | a unit is missing after 'mS/'",
                "mS..cm           | a unit is missing after 'mS.'",
                ".m               | a unit is missing at its start",
                "/                | a unit is missing after '/'",
                "()               | a unit is missing after '('",
                "(m               | a ')' is missing",
                "J/(kg.K          | a ')' is missing",
                "m)               | ')' cannot stand after 'm'",
                "(m)2             | '2' cannot stand after '(m)'",
                "(m){x}           | '{' cannot stand after '(m)'",
                "kg{solvent       | a '}' is missing",
                "{                | a '}' is missing",
                "kg}              | '}' cannot stand after 'kg'",
                "m0               | the exponent 0 is not from 1 to 99 or -99 to -1",
                "m100             | the exponent 100 is not from 1 to 99 or -99 to -1",
                "m-100            | the exponent -100 is not from 1 to 99 or -99 to -1",
                "m999999999999    | the exponent 999999999999 is not from 1 to 99 or -99 to -1",
                "m-999999999999   | the exponent -999999999999 is not from 1 to 99 or -99 to -1",
                "0                | the factor 0 is not a whole number above 0 without a sign",
                "m/0              | the factor 0 is not a whole number above 0 without a sign",
                "-1               | the factor -1 is not a whole number above 0 without a sign",
                "m1.5             | '1.5' is no decimal number",
                "m0.5             | '0.5' is no decimal number",
                "V/Hz0.5          | '0.5' is no decimal number",
                "2.54.cm          | '2.5' is no decimal number",
                "YBq99            | its factor to SI units is not from 1e-307 to 1e308",
                "yBq99            | its factor to SI units is not from 1e-307 to 1e308",
                "mS cm            | ' ' is not a character of UCUM codes",
                "kg{a b}          | ' ' is not a character of UCUM codes",
            })
    void says_what_is_wrong(String code, String reason) {
        String message = message(code);
        assertTrue(message.startsWith("'" + code + "' is not a UCUM unit known here: "), message);
        assertTrue(message.contains(reason), message);
    }

    @Test
    void says_that_an_empty_code_is_one() {
        assertEquals(
                "'' is not a UCUM unit known here: it is empty; the unit of a number without one is '1'", message(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ohm        | Ohm",
                "kohm.cm2   | kOhm.cm2",
                "kΩ         | kOhm",
                "degC       | Cel",
                "°C         | Cel",
                "°F         | [degF]",
                "Ah         | A.h",
                "mAh/g      | mA.h/g",
                "kWh        | kW.h",
                "mm3/mAh    | mm3/(mA.h)",
                "wt%        | %",
                "vol%       | %",
                "ppm        | [ppm]",
                "psi        | [psi]",
                "Å          | Ao",
                "µL/min     | uL/min",
                "μm         | um",
                "W·m⁻¹·K⁻¹  | W.m-1.K-1",
                "mA/cm²     | mA/cm2",
                "m^2        | m2",
                "m**2       | m2",
                "s^-1       | s-1",
                "V*s        | V.s",
                "g*10^3/m^2 | g.10^3/m2",
                "10**3/uL   | 10*3/uL",
                "mmHg       | mm[Hg]",
                "Torr       | mm[Hg]",
                "mM         | mmol/L",
                "uM/s       | umol/L/s",
                "rpm        | min-1",
                "\" mS/cm\" | mS/cm",
            })
    void asks_whether_something_else_was_meant(String code, String meant) {
        String message = message(code);
        assertTrue(message.endsWith("; did you mean '" + meant + "'?"), message);
        assertEquals(meant, Unit.of(meant).ucum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"m^0.5", "m**1.5", "foo[ppm]", "[psi]g", "ohmppm", "1/M-1", "mTorr", "5*10^3/m^2"})
    void better_no_hint_than_a_wrong_one(String code) {
        assertTrue(!message(code).contains("did you mean"), message(code));
    }

    @ParameterizedTest
    @CsvSource({"dB, 'give the ratio itself'", "Np, 'give the ratio itself'", "dB[mW], 'give the power itself, in '"})
    void refuses_logarithmic_units(String code, String advice) {
        assertTrue(message(code).contains("; it is logarithmic: " + advice), message(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dB/m", "B", "B[W]", "dB[V]", "%[slope]", "bit_s"})
    void refuses_what_is_not_proportional(String code) {
        message(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "m.", "/", "{", "9", "m9", "[", "10*", "m^", "ohm", "(m).", "°", "\u0000", "-", "mAh/", ")", "}"
            })
    void long_and_hostile_codes_are_refused_at_once(String piece) {
        String hostile = piece.repeat(10_000 / piece.length() + 1);
        String message = assertTimeout(Duration.ofSeconds(1), () -> message(hostile));
        assertTrue(message.length() < 250, message.length() + " characters");
        assertTrue(message.endsWith("it has " + hostile.length() + " characters, the limit is 250"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "m.", "/", "{", "9m", "[", "10*", "m^", "ohm", "°", "\u0000", "-", "mAh/", "9^", "*"})
    void codes_of_the_longest_length_are_refused_at_once(String piece) {
        String hostile = piece.repeat(UcumParser.LONGEST / piece.length());
        String message = assertTimeout(Duration.ofSeconds(1), () -> message(hostile));
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    }

    @Test
    void products_that_grow_end_at_the_limit() {
        assertThrows(IllegalArgumentException.class, () -> {
            Unit unit = Unit.of("mol");
            while (true) {
                unit = unit.per(unit);
            }
        });
    }

    private static String message(String code) {
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, () -> Unit.of(code));
        assertEquals(IllegalArgumentException.class, fault.getClass());
        assertNull(fault.getCause());
        return fault.getMessage();
    }
}
