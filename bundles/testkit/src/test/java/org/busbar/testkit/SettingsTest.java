package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    /** As components have them. */
    @interface Config {
        String lab_id();

        double speed() default 1.5;

        String[] ports() default {"a", "b"};

        long serial() default 7;
    }

    private static String refused(Map<String, ?> given) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Settings.of(Config.class, given))
                .getMessage());
    }

    @Test
    void have_the_values_that_are_given_and_the_defaults_of_the_others() {
        Config config = Settings.of(Config.class, Map.of("lab_id", "pump-1"));
        assertEquals("pump-1", config.lab_id());
        assertEquals(1.5, config.speed());
        assertArrayEquals(new String[] {"a", "b"}, config.ports());
        assertEquals(Config.class, config.annotationType());
    }

    @Test
    void may_be_named_as_in_a_file() {
        assertEquals(
                "pump-1", Settings.of(Config.class, Map.of("lab.id", "pump-1")).lab_id());
    }

    @Test
    void take_whole_numbers_for_others_and_one_value_for_several() {
        Config config = Settings.of(Config.class, Map.of("lab_id", "p", "speed", 3, "serial", 4711, "ports", "c"));
        assertEquals(3.0, config.speed());
        assertEquals(4711, config.serial());
        assertArrayEquals(new String[] {"c"}, config.ports());
        Config several = Settings.of(Config.class, Map.of("lab_id", "p", "ports", List.of("c", "d")));
        assertArrayEquals(new String[] {"c", "d"}, several.ports());
    }

    @Test
    void one_that_is_missing_and_has_no_default_is_named() {
        assertTrue(refused(Map.of("speed", 2.0)).contains("lab_id"));
    }

    @Test
    void one_that_does_not_exist_is_named() {
        String said = refused(Map.of("lab_id", "p", "sped", 2.0));
        assertTrue(said.contains("[sped]") && said.contains("speed"), said);
    }

    @Test
    void one_of_the_wrong_type_is_named() {
        String said = refused(Map.of("lab_id", "p", "speed", "fast"));
        assertTrue(said.contains("speed is of the type double, not String: fast"), said);
    }
}
