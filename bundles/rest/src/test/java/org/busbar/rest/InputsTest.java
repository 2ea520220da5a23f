package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;

class InputsTest {

    private static Values read(String json) {
        return Inputs.checked("inputs", Json.mapper().readTree(json), FakeOrchestrator.DISPENSE.inputs());
    }

    @Test
    void long_and_short_forms_mean_the_same() {
        Values meant = Values.of("volume", Quantity.of(1, "mL"))
                .with("strokes", Quantity.of(2, "1"))
                .with("sample", new Sample("s-1"));
        assertEquals(meant, read("{\"volume\": \"1 mL\", \"strokes\": \"2\", \"sample\": \"s-1\"}"));
        assertEquals(
                meant,
                read(
                        "{\"volume\": {\"value\": 1, \"unit\": \"mL\"}, \"strokes\": 2, \"sample\": {\"sample\": \"s-1\"}}"));
    }

    @Test
    void a_text_where_nothing_is_declared_stays_a_text() {
        Values read = Inputs.read("", Json.mapper().readTree("{\"note\": \"1 mL\"}"), java.util.List.of());
        assertEquals(new Text("1 mL"), read.get("note"));
    }

    @Test
    void an_unknown_unit_is_named_with_its_place() {
        Refused refused =
                assertThrows(Refused.class, () -> read("{\"volume\": \"1 mx\", \"strokes\": null, \"sample\": [1]}"));
        assertEquals("inputs.volume", refused.problem().faults().get(0).path());
        assertEquals(3, refused.problem().faults().size());
        assertTrue(refused.getMessage().contains("null is not a value"), refused.getMessage());
    }
}
