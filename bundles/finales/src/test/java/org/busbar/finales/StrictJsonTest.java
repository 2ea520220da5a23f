package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{\"a\": -Infinity}",
                "{\"a\": 1e400}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1} {}",
                "{'a': 1}",
                "{\"a\": 1,}",
                "{\"a\": 01}"
            })
    void what_is_no_json_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> StrictJson.read(text));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                422, assertThrows(Refused.class, () -> StrictJson.body(body)).status());
    }

    @Test
    void a_document_may_be_a_hundred_deep_and_no_deeper() {
        StrictJson.read("[".repeat(100) + "]".repeat(100));
        assertThrows(IllegalArgumentException.class, () -> StrictJson.read("[".repeat(101) + "]".repeat(101)));
    }
}
