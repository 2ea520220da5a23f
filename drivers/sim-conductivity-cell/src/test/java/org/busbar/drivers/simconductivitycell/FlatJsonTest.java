package org.busbar.drivers.simconductivitycell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void reads_texts_and_numbers() {
        assertEquals(
                Map.of("id", "a-1", "EC_g", "0.5", "PC_g", "1.5E-4", "note", ""),
                FlatJson.read(" {\"id\" : \"a-1\",\n \"EC_g\":0.5, \"PC_g\":1.5E-4,\"note\":\"\"}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":.5}",
                "{\"a\":true}",
                "{\"a\":{}}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{\"a\":\"\\n\"}",
                "{\"a\":\"\n\"}"
            })
    void refuses_everything_else_and_says_where(String json) {
        String message = assertThrows(IllegalArgumentException.class, () -> FlatJson.read(json))
                .getMessage();
        assertTrue(message.matches("(?s)expected .* at character \\d+, found '.*'"), message);
    }
}
