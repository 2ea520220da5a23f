package org.busbar.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void options_may_stand_before_and_after_the_lab() throws Refusal {
        assertEquals(new Arguments("lab", Map.of(), false, false), Arguments.parse("lab"));
        assertEquals(new Arguments("lab", Map.of("port", "0"), false, false), Arguments.parse("lab", "--port", "0"));
        assertEquals(
                new Arguments("lab", Map.of("port", "65535", "host", "0.0.0.0"), true, true),
                Arguments.parse("--port", "65535", "--console", "lab", "--host", "0.0.0.0", "--insecure-local"));
        assertEquals(
                Map.of("tls.keystore", "k.p12", "tls.password.file", "pw"),
                Arguments.parse("lab", "--tls-keystore", "k.p12", "--tls-password-file", "pw")
                        .options());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--port 1", "lab other", "lab --verbose", "lab --insecure", "lab --port.x"})
    void what_is_wrong_ends_with_the_usage_and_exit_code_2(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");
        Refusal refusal = assertThrows(Refusal.class, () -> Arguments.parse(words));
        assertTrue(refusal.sentence().endsWith(Arguments.USAGE), refusal.sentence());
        assertEquals(2, refusal.exitCode());
    }
}
