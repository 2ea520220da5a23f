package org.busbar.drivers.galil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFramingTest {

    private final PromptFraming framing = new PromptFraming();

    @Test
    void commands_end_with_a_carriage_return() {
        assertEquals("BGX\r", text(framing.frame(bytes("BGX"))));
    }

    @ParameterizedTest
    @CsvSource({
        "':', 1, ':'",
        "'?', 1, '?'",
        "' 15~:', 6, '15~:'",
        "' 1 Why? So: yes~: 7~:', 18, '1 Why? So: yes~:'",
        "'::', 1, ':'",
        "' 15~', 0, ''",
        "' 1:5', 0, ''",
        "'', 0, ''"
    })
    void answers_end_with_a_prompt_at_the_beginning_of_a_line(String said, int length, String message)
            throws Exception {
        byte[] bytes = bytes(said.replace("~", "\r\n"));
        assertEquals(length, framing.length(Arrays.copyOf(bytes, bytes.length + 5), bytes.length));
        if (length > 0) {
            assertEquals(message.replace("~", "\r\n"), text(framing.message(Arrays.copyOf(bytes, length))));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
