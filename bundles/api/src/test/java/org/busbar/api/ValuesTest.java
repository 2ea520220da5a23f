package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final Values VALUES = Values.of("volume", Quantity.of(20, "mL"))
            .with("cycles", Quantity.of(300, "%"))
            .with("mode", new Text("charge"))
            .with("curve", Series.of("mV", 1, 2))
            .with("vial", new Sample("s-1"));

    @Test
    void keep_the_order_in_which_they_were_given() {
        assertEquals(List.of("volume", "cycles", "mode", "curve", "vial"), List.copyOf(VALUES.names()));
        assertEquals(
                List.of("z", "a", "m"),
                List.copyOf(text("z").with(text("a")).with(text("m")).names()));
    }

    @Test
    void replace_in_place() {
        Values replaced = text("a").with(text("b")).with("a", new Text("new"));
        assertEquals(List.of("a", "b"), List.copyOf(replaced.names()));
        assertEquals(new Text("new"), replaced.get("a"));
        assertEquals(
                new Text("new"), text("a").with(Values.of("a", new Text("new"))).get("a"));
    }

    @Test
    void do_not_change() {
        Map<String, Value> given = new LinkedHashMap<>(Map.of("a", new Text("a")));
        Values values = new Values(given);
        given.clear();
        values.with("b", new Text("b"));
        values.with(VALUES);
        assertEquals(text("a"), values);
        assertThrows(UnsupportedOperationException.class, () -> values.byName().put("b", new Text("b")));
        assertThrows(UnsupportedOperationException.class, () -> values.names().clear());
    }

    @Test
    void give_what_parameters_ask_for_in_their_units() {
        assertEquals(0.02, VALUES.get(Parameter.real("volume", "L", 0, 1)));
        assertEquals(3, VALUES.get(Parameter.whole("cycles", 1, 9)));
        assertEquals("charge", VALUES.get(Parameter.choice("mode", "charge")));
        assertArrayEquals(new double[] {0.001, 0.002}, VALUES.get(Parameter.curve("curve", "V")));
        assertEquals(new Sample("s-1"), VALUES.get(Parameter.specimen("vial")));
        assertEquals(Quantity.of(20, "mL"), VALUES.quantity("volume"));
    }

    @Test
    void name_what_is_missing_and_what_is_there() {
        assertEquals("No value named 'speed' in [a]", message(() -> text("a").get("speed")));
        assertEquals("No value named 'speed' in [a]", message(() -> text("a").quantity("speed")));
    }

    @Test
    void name_the_kind_that_is_wrong() {
        assertEquals("mode = charge is a Text, not a Quantity", message(() -> VALUES.quantity("mode")));
        assertEquals(
                "volume = 20 mL is a Quantity, not a Series",
                message(() -> VALUES.get(Parameter.curve("volume", "mL"))));
        assertEquals("vial = s-1 is a Sample, not a Text", message(() -> VALUES.get(Parameter.choice("vial", "s-1"))));
    }

    @Test
    void refuse_a_unit_that_measures_something_else() {
        assertTrue(message(() -> VALUES.get(Parameter.real("volume", "V"))).startsWith("Cannot convert mL (m3) to V"));
    }

    @Test
    void know_whether_they_are_empty() {
        assertTrue(Values.none().isEmpty());
        assertFalse(VALUES.isEmpty());
        assertTrue(VALUES.has("vial"));
        assertFalse(VALUES.has("Vial"));
        assertEquals("{a=a}", text("a").toString());
    }

    private static Values text(String name) {
        return Values.of(name, new Text(name));
    }

    private static String message(Runnable access) {
        return assertThrows(IllegalArgumentException.class, access::run).getMessage();
    }
}
