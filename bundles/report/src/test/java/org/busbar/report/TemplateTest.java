package org.busbar.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void what_is_filled_in_is_never_a_place() {
        assertEquals("{{b}} $1 \\ and 2", new Template("{{a}} and {{b}}").fill(Map.of("a", "{{b}} $1 \\", "b", "2")));
    }

    @Test
    void a_place_without_content_is_named() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Template("{{a}}").fill(Map.of()));
        assertTrue(e.getMessage().contains("{{a}}"), e.getMessage());
    }

    @Test
    void a_missing_resource_is_named() {
        var e = assertThrows(IllegalStateException.class, () -> Template.resource("nowhere.css"));
        assertTrue(e.getMessage().contains("nowhere.css"), e.getMessage());
    }
}
