package org.busbar.drivers.simconductivitycell;

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
        "cell_constant, 0",
        "cell_constant, -0.5",
        "noise, -0.001",
        "noise, 0.2"
    })
    void refuses_a_number_out_of_range_and_names_it(String setting, double value) {
        String message = refusal(setting, value);
        assertTrue(message.contains("cell: " + setting.replace('_', '.') + " = " + value), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab_id", "world"})
    void refuses_a_missing_text_and_names_it(String setting) {
        assertTrue(refusal(setting, " ").contains("setting " + setting.replace('_', '.')));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new ConductivityCell(Settled.config(Map.of("lab_id", "cell"))))
                .getMessage()
                .contains("setting world"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../cell", ".hidden", "a b", "a/b"})
    void refuses_a_lab_id_that_is_no_file_name(String labId) {
        assertTrue(refusal("lab_id", labId).contains("lab.id = '" + labId + "'"));
    }

    @Test
    void has_the_defaults_that_the_readme_states() {
        assertEquals(new Settings("cell", Path.of("world"), 1, 3, 0.512, 0.002), Settings.of(Settled.with("seed", 3L)));
    }

    @Test
    void activation_and_self_test_leave_the_world_alone(@TempDir Path folder) {
        Path world = folder.resolve("world");
        Settled.cell("cell", world, 1).selfTest();
        assertFalse(Files.exists(world));
    }

    @Test
    void self_test_refuses_a_world_that_is_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("world"), "");
        ConductivityCell cell = Settled.cell("cell", file, 1);
        assertTrue(assertThrows(IllegalStateException.class, cell::selfTest)
                .getMessage()
                .contains(file.toString()));
    }

    private static String refusal(String setting, Object value) {
        return assertThrows(IllegalArgumentException.class, () -> new ConductivityCell(Settled.with(setting, value)))
                .getMessage();
    }
}
