package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GanttTest {

    private static List<String> lines(String slots, double duration, int width) {
        String forecast = "{\"duration\": " + duration + ", \"slots\": [" + slots + "]}";
        return new Gantt(Client.JSON.readTree(forecast), width).lines();
    }

    private static String slot(String device, double from, double to) {
        return "{\"device\": \"" + device + "\", \"from\": " + from + ", \"to\": " + to + "}";
    }

    @Test
    void each_device_has_a_row_and_each_round_time_a_mark() {
        String slots = slot("pump", 0, 50) + "," + slot("cell-1", 50, 75) + "," + slot("", 0, 100);
        assertEquals(
                List.of(
                        "cell-1  ....................##########..........",
                        "pump    ####################....................",
                        "        |       |       |       |       |",
                        "        0 s     20      40      60      80"),
                lines(slots, 100, 48));
    }

    @Test
    void a_column_that_is_partly_used_is_marked_so() {
        String slots = slot("pump", 0, 5) + "," + slot("pump", 5, 15) + "," + slot("pump", 30, 31);
        assertEquals("pump  #+.+......", lines(slots, 100, 16).get(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.003, 7, 119, 121, 3600, 86_400, 3_000_000})
    void no_line_is_longer_than_the_terminal(double duration) {
        List<String> lines = lines(slot("pump", 0, duration), duration, 100);
        assertEquals(3, lines.size());
        lines.forEach(line -> assertTrue(line.length() <= 100, line));
        assertTrue(lines.get(2).contains("0 "), lines::toString);
    }
}
