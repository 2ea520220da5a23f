package org.busbar.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssumedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 5",
        "-1.7e308, 1.7e308, 0",
        "-Infinity, Infinity, 0",
        "-5, Infinity, 0",
        "5, Infinity, 5",
        "-Infinity, 5, 0",
        "-Infinity, -5, -5"
    })
    void a_number_is_in_the_middle_of_its_limits(double min, double max, double expected) {
        Value value = Assumed.value(Parameter.real("x", "mL", min, max), () -> "a");
        assertEquals(Quantity.of(expected, "mL"), value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 5",
        "1, 4, 3",
        "-4, -1, -2",
        "-9223372036854775808, 9223372036854775807, 0",
        "7, 9223372036854775807, 7",
        "-9223372036854775808, -7, -7"
    })
    void a_whole_number_is_rounded(long min, long max, double expected) {
        assertEquals(Quantity.of(expected, "1"), Assumed.value(Parameter.whole("x", min, max), () -> "a"));
    }

    static Stream<Parameter> parameters() {
        return Stream.of(
                Parameter.real("x", "mL", 3, 3),
                Parameter.whole("x", 1, 2),
                Parameter.choice("x", "up", "down"),
                Parameter.note("x"),
                Parameter.curve("x", "Hz"),
                Parameter.specimen("x"),
                Parameter.artifact("x", "image/png"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void what_is_assumed_is_accepted(Parameter parameter) {
        assertTrue(parameter.accepts(Assumed.value(parameter, () -> "loop[2]/a")));
    }

    @Test
    void words_samples_and_resources_are_told_apart_from_real_ones() {
        assertEquals(new Text("up"), Assumed.value(Parameter.choice("x", "up", "down"), () -> "a"));
        assertEquals(new Sample("dry-run-loop[2]/a"), Assumed.value(Parameter.specimen("x"), () -> "loop[2]/a"));
        Resource resource = (Resource) Assumed.value(Parameter.artifact("x", "text/csv"), () -> "a");
        assertEquals(
                List.of("artifact:" + "0".repeat(64), "0".repeat(64)),
                List.of(resource.uri().toString(), resource.sha256()));
    }
}
