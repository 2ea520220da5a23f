package org.busbar.ontology.battinfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @ParameterizedTest
    @CsvSource({"7, 7.0", "0, 0.0", "7.4, 7.4", "-210.25, -210.25", "1e-9, 1E-9", "100000, 100000.0", "2e23, 2E+23"})
    void a_number_has_the_fewest_digits_and_always_reads_as_a_double(double number, String expected) {
        assertEquals(expected, Json.number(number));
    }

    @Test
    void every_number_reads_back_as_itself() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertEquals(number, Double.parseDouble(Json.number(number)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_that_json_lacks_is_refused(double number) {
        assertThrows(IllegalArgumentException.class, () -> Json.write(number));
    }

    @Test
    void strings_are_escaped() {
        assertEquals("\"\\\"\\\\\\u000a\\u0000µ\uD83D\uDD0B\\ud800\"\n", Json.write("\"\\\n\0µ\uD83D\uDD0B\uD800"));
    }

    @Test
    void empty_and_nested_containers_read_back() {
        Map<String, Object> value =
                Map.of("a", List.of(), "b", Map.of(), "c", List.of(Map.of("d", List.of(1, true, "x")), List.of(2)));
        assertEquals(value, JsonMapper.shared().readValue(Json.write(value), Map.class));
    }

    @Test
    void anything_else_is_refused_by_name() {
        assertThrows(IllegalArgumentException.class, () -> Json.write(List.of('c')));
    }
}
