package org.busbar.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void port_is_8181_unless_given() throws Refusal {
        assertEquals(new Arguments("lab", 8181, false), Arguments.parse("lab"));
        assertEquals(new Arguments("lab", 0, false), Arguments.parse("lab", "--port", "0"));
        assertEquals(new Arguments("lab", 65535, true), Arguments.parse("--port", "65535", "--console", "lab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lab --port", "lab --port 65536", "lab --port -1", "lab --port 8o", "lab --port 99999999999"})
    void a_port_is_a_number_up_to_65535(String line) {
        assertTrue(refusal(line).sentence().startsWith("--port needs a number from 0 (any free port) to 65535"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--port 1", "lab other", "lab --verbose"})
    void what_is_wrong_ends_with_the_usage_and_exit_code_2(String line) {
        assertTrue(
                refusal(line).sentence().endsWith(Arguments.USAGE),
                refusal(line).sentence());
        assertEquals(2, refusal(line).exitCode());
    }

    private static Refusal refusal(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");
        return assertThrows(Refusal.class, () -> Arguments.parse(words));
    }
}
