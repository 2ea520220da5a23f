package org.busbar.analyses.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void ends_of_line_of_all_systems() throws Exception {
        assertEquals(
                List.of("a", "b", "c", "", "d", "e"), lines("a\nb\r\nc\r\r\nd\re".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_end_of_line_at_the_end_begins_no_line() throws Exception {
        assertEquals(List.of("a"), lines("a\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("a"), lines("a\r".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), lines(new byte[0]));
    }

    @Test
    void lines_across_the_buffer_are_whole() throws Exception {
        String line = "x".repeat(32_767);
        String other = "y".repeat(70_000);
        assertEquals(
                List.of(line, other, "z"), lines((line + "\r\n" + other + "\rz").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void encodings_are_told_apart() throws Exception {
        for (String name : List.of("UTF-8", "ISO-8859-1", "UTF-16")) {
            assertEquals(List.of("µ °C", "25"), lines("µ °C\n25".getBytes(Charset.forName(name))));
        }
        assertEquals(List.of("µ"), lines("\ufeffµ".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(List.of("µ"), lines("\ufeffµ".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_character_cut_by_the_end_of_the_sample_is_still_utf8() throws Exception {
        String text = "x".repeat((1 << 16) - 1) + "µ";
        assertEquals(List.of(text), lines(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytes_of_zero_are_no_text() {
        assertThrows(IllegalArgumentException.class, () -> lines(new byte[] {'a', 0}));
    }

    @Test
    void a_line_without_end_is_refused() {
        byte[] endless = "x".repeat(TextLines.LONGEST + 1).getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalArgumentException.class, () -> lines(endless));
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        List<String> all = new ArrayList<>();
        try (TextLines lines = new TextLines(new ByteArrayInputStream(bytes))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
                assertEquals(all.size(), lines.number());
            }
        }
        return all;
    }
}
