package org.busbar.drivers.described;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesInMessagesTest {

    private static final String VOLTAGE = "{x: {unit: V, min: -1000, max: 1000}}";

    @ParameterizedTest
    @CsvSource({
        "1.5 V, V {x}, V 1.5",
        "1500 mV, V {x}, V 1.5",
        "1500 mV, V {x:%.3f}, V 1.500",
        "1.5 V, V {x in mV}, V 1500",
        "1.5 V, V {x in mV:%d}, V 1500",
        "1.5 V, V {x in mV:%06d}, V 001500",
        "0.1 V, V {x in uV:%.2e}, V 1.00e+05",
        "0.3 V, V {x in mV}, V 300",
        "-0.000001 V, V {x}, V -0.000001",
        "0 V, V {x}, V 0",
        "999 V, V {x}, V 999",
        "255 V, V {x:%x}, V ff",
        "2.5 V, {{x}} {x}{x}, {x} 2.52.5",
    })
    void a_number_is_written_in_the_unit_and_format_of_the_description(String given, String message, String said)
            throws Exception {
        assertEquals(said, Toy.said(VOLTAGE, message, Values.of("x", Quantity.parse(given))));
    }

    @Test
    void a_temperature_scale_is_converted_with_its_offset() throws Exception {
        String takes = "{t: {unit: Cel, min: -200, max: 500}}";
        assertEquals("T 298.15", Toy.said(takes, "T {t in K:%.2f}", Values.of("t", Quantity.of(25, "Cel"))));
    }

    @Test
    void a_choice_is_written_as_its_code() throws Exception {
        String takes = "{valve: {choices: {open: 1, closed: 0}}}";
        assertEquals("V1", Toy.said(takes, "V{valve}", Values.of("valve", new Text("open"))));
    }

    @Test
    void a_series_is_written_with_commas() throws Exception {
        String takes = "{f: {type: series, unit: Hz}}";
        assertEquals("LIST 1000,2000.5", Toy.said(takes, "LIST {f}", Values.of("f", Series.of("kHz", 1, 2.0005))));
    }

    @Test
    void a_text_with_a_line_break_is_refused_before_anything_is_sent() {
        Toy toy = Toy.of("go:\n  takes: {name: {type: text}}\n  does: {ask: 'NAME {name}'}", any -> "");
        Values evil = Values.of("name", new Text("A\nOUTP ON"));
        String message = assertThrows(DeviceException.class, () -> toy.perform("go", evil))
                .getMessage();
        assertTrue(message.contains("name has a line break"), message);
        assertTrue(toy.heard.isEmpty(), "something was sent: " + toy.heard);
    }

    @Test
    void a_text_in_json_cannot_end_its_quotes() throws Exception {
        Toy toy = Toy.of(
                "go:\n  takes: {name: {type: text}}\n  does: {json: '{\"name\": \"{name}\", \"n\": {}}'}", any -> "");
        toy.perform("go", Values.of("name", new Text("a\",\\")));
        assertEquals("{\"name\": \"a\\\",\\\\\", \"n\": {}}", toy.heard.get(0));
    }

    @Test
    void a_url_gets_its_blanks_and_slashes_encoded() {
        assertEquals("a%2Fb%20%C3%A4%26c", Encoding.URL.apply("a/b ä&c"));
    }

    @Test
    void what_an_earlier_step_read_can_be_sent() throws Exception {
        Toy toy = Toy.of(
                """
                go:
                  gives: {id: {type: text}, mass: {unit: g}}
                  does:
                    - {ask: "ID?", reply: "ID {id}"}
                    - {ask: "MASS OF {id}", reply: "{mass}"}
                """,
                message -> message.equals("ID?") ? "ID 7b" : "12.5");
        assertEquals(Quantity.of(12.5, "g"), toy.perform("go", Values.none()).get("mass"));
        assertEquals("MASS OF 7b", toy.heard.get(1));
    }
}
