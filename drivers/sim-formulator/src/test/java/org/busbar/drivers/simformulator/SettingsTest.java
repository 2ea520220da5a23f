package org.busbar.drivers.simformulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "speedup, 0",
        "speedup, -1",
        "speedup, NaN",
        "speedup, Infinity",
        "cyclic_share, 0",
        "cyclic_share, 1.1",
        "dosing_error, -0.001",
        "dosing_error, 0.2"
    })
    void refuses_a_number_out_of_range_and_names_it(String setting, double value) {
        String message = refusal(setting, value);
        assertTrue(message.contains("formulator: " + setting.replace('_', '.') + " = " + value), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab_id", "world"})
    void refuses_a_missing_text_and_names_it(String setting) {
        assertTrue(refusal(setting, " ").contains("setting " + setting.replace('_', '.')));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new Formulator(Settled.config(Map.of("lab_id", "formulator"))))
                .getMessage()
                .contains("setting world"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../formulator", ".hidden", "a b", "a/b"})
    void refuses_a_lab_id_that_is_no_file_name(String labId) {
        assertTrue(refusal("lab_id", labId).contains("lab.id = '" + labId + "'"));
    }

    @Test
    void has_the_defaults_of_the_data_set() {
        Settings settings = Settings.of(Settled.with("seed", 3L));
        assertEquals(new Settings("formulator", Path.of("world"), 1, 3, 0.3, 0.001), settings);
    }

    @Test
    void activation_and_self_test_leave_the_world_alone(@TempDir Path folder) {
        Path world = folder.resolve("world");
        Settled.formulator("formulator", world, 1).selfTest();
        assertFalse(Files.exists(world));
    }

    @Test
    void self_test_refuses_a_world_that_is_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("world"), "");
        Formulator formulator = Settled.formulator("formulator", file, 1);
        assertTrue(assertThrows(IllegalStateException.class, formulator::selfTest)
                .getMessage()
                .contains(file.toString()));
    }

    private static String refusal(String setting, Object value) {
        return assertThrows(IllegalArgumentException.class, () -> new Formulator(Settled.with(setting, value)))
                .getMessage();
    }
}
