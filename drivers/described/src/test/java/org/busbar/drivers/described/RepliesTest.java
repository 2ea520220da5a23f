package org.busbar.drivers.described;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

    private static final String VOLTAGE = "{x: {unit: V, min: -1000, max: 1000}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'{x}' | 1.5 | 1.5",
                "'{x}' | ` +1.500000E+00 ` | 1.5",
                "'{x in mV}' | 1500 | 1.5",
                "'{x}V' | -.5V | -0.5",
                "'S S {x} V' | S S    12.25 V | 12.25",
                "'{},{x},{}' | 1,2.5,3 | 2.5",
                "{x: 'V = ([-.0-9]+)'} | I = 3; V = 7.5 | 7.5",
            })
    void a_number_is_found(String reply, String answer, double value) throws Exception {
        assertEquals(value, Toy.read(VOLTAGE, reply, answer).quantity("x").in("V"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5.2", "1,5", "1.5 A", "ERR", "1.5 1.5", "1.\u00f5", "--1"})
    void a_reply_of_another_form_leaves_the_outcome_unknown(String answer) {
        LinkException e = assertThrows(LinkException.class, () -> Toy.read(VOLTAGE, "'{x}'", answer));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
        assertTrue(
                e.getMessage().contains("'X' was answered '" + answer + "', which does not fit '{x}'"), e.getMessage());
    }

    @Test
    void a_number_out_of_its_range_names_the_limit() {
        DeviceException e = assertThrows(DeviceException.class, () -> Toy.read(VOLTAGE, "'{x}'", "9.9E37"));
        assertTrue(e.getMessage().contains("above the limit of 1000 V"), e.getMessage());
    }

    @Test
    void the_uncertainty_is_that_of_the_data_sheet() throws Exception {
        String gives = "{x: {unit: V, uncertainty: [0.002, 0.1 %]}}";
        Quantity x = Toy.read(gives, "'{x in mV}'", "10000").quantity("x");
        assertEquals(0.012, x.to(org.busbar.api.Unit.of("V")).uncertainty(), 1e-12);
    }

    @Test
    void a_number_without_uncertainty_has_an_unknown_one() throws Exception {
        assertTrue(Double.isNaN(Toy.read(VOLTAGE, "'{x}'", "1").quantity("x").uncertainty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "+1", "1.0", " 1 "})
    void a_code_is_the_same_however_it_is_spelt(String answer) throws Exception {
        String gives = "{valve: {choices: {open: 1, closed: 0}}}";
        assertEquals(new Text("open"), Toy.read(gives, "'{valve}'", answer).get("valve"));
    }

    @Test
    void a_code_that_nobody_declared_is_not_understood() {
        String gives = "{valve: {choices: {open: 1, closed: 0}}}";
        LinkException e = assertThrows(LinkException.class, () -> Toy.read(gives, "'{valve}'", "2"));
        assertTrue(e.getMessage().contains("valve: '2' is not one of the codes [1, 0]"), e.getMessage());
    }

    @Test
    void a_whole_number_is_one() throws Exception {
        String gives = "{n: {type: whole, min: 0, max: 9}}";
        assertEquals(7, Toy.read(gives, "'N={n}'", "N=7").quantity("n").value());
        assertThrows(DeviceException.class, () -> Toy.read(gives, "'N={n}'", "N=7.5"));
    }

    @Test
    void a_series_has_commas_or_blanks_or_semicolons() throws Exception {
        String gives = "{i: {type: series, unit: A}}";
        Series expected = Series.of("A", 1, -2.5, 3e-3);
        assertEquals(expected, Toy.read(gives, "'#{i}!'", "#1,-2.5,3E-3!").get("i"));
        assertEquals(expected, Toy.read(gives, "'{i}'", "1 -2.5\n3e-3").get("i"));
        assertEquals(expected, Toy.read(gives, "'{i}'", "1; -2.5; 3e-3").get("i"));
    }

    @Test
    void a_series_may_be_long() throws Exception {
        String answer = String.join(",", Collections.nCopies(100_000, "-1.25E-3"));
        Series read = (Series)
                Toy.read("{i: {type: series, unit: A}}", "'{i}'", answer).get("i");
        assertEquals(100_000, read.size());
    }

    @Test
    void a_series_with_a_hole_is_not_understood() {
        String gives = "{i: {type: series, unit: A}}";
        assertThrows(LinkException.class, () -> Toy.read(gives, "'{i}'", "1,,2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{t: /data/0/temp} | {\"data\": [{\"temp\": 21.5}]} | 21.5",
                "{t: /data~1x/t} | {\"data/x\": {\"t\": \"21.5\"}} | 21.5",
                "{t: /t in K} | {\"t\": 294.65} | 21.5",
                "{t: ''} | 21.5 | 21.5",
                "'{t} Cel' | 21.5 Cel | 21.5",
            })
    void a_json_pointer_leads_to_a_number(String reply, String answer, double value) throws Exception {
        Values read = Toy.readJson("{t: {unit: Cel}}", reply, answer);
        assertEquals(value, read.quantity("t").in("Cel"), 1e-9);
    }

    @Test
    void a_json_array_is_a_series() throws Exception {
        Values read = Toy.readJson("{i: {type: series, unit: A}}", "{i: /i}", "{\"i\": [1, 2.5, -3e-3]}");
        assertEquals(Series.of("A", 1, 2.5, -3e-3), read.get("i"));
    }

    @Test
    void a_json_truth_is_a_choice() throws Exception {
        Values read = Toy.readJson("{on: {choices: {yes: true, no: false}}}", "{on: /on}", "{\"on\": true}");
        assertEquals(new Text("yes"), read.get("on"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"t\": 21.",
                "{\"t\": 21.5",
                "{\"t\": 21.5}}",
                "{\"T\": 21.5}",
                "[21.5]",
                "{\"t\": null}",
                "{\"t\": {\"t\": 1}}",
                "<html>"
            })
    void damaged_or_other_json_is_not_understood(String answer) {
        LinkException e = assertThrows(LinkException.class, () -> Toy.readJson("{t: {unit: Cel}}", "{t: /t}", answer));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
    }

    @Test
    void a_json_pointer_begins_with_a_slash() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Toy.readJson("{t: {unit: Cel}}", "{t: data.t}", "{}"));
        assertTrue(e.getMessage().contains("'data.t' is not a JSON pointer"), e.getMessage());
    }

    private static void expecting(String answer) throws Exception {
        Toy.of("go:\n  does: {json: X, expect: {/state: 'idle|ready', /n: '0'}}", any -> answer)
                .perform("go", Values.none());
    }

    @Test
    void members_of_a_json_reply_are_as_expected() throws Exception {
        expecting("{\"state\": \"ready\", \"n\": 0, \"unit\": \"\u00b0C\"}");
        DeviceException e = assertThrows(
                DeviceException.class, () -> expecting("{\"state\": \"busy\", \"n\": 0, \"unit\": \"\u00b0C\"}"));
        assertTrue(e.getMessage().endsWith("instead of 'idle|ready' at '/state'"), e.getMessage());
        assertThrows(LinkException.class, () -> expecting("{\"state\": \"idle\"}"));
        assertThrows(LinkException.class, () -> expecting("{\"state\": \"id"));
    }
}
