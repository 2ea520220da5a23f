package org.busbar.drivers.simdropletcell;

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
        "speedup, NaN",
        "plate, -50",
        "height, 0",
        "velocity, 0",
        "acceleration, Infinity",
        "touch_velocity, 0",
        "removal, 0",
        "measuring, -1",
        "droplet, 0",
        "electrolyte, 0.01",
        "noise, -0.1",
        "waste_x, 10"
    })
    void refuses_a_number_out_of_range_and_names_it(String setting, double value) {
        String message = refusal(setting, value);
        assertTrue(message.contains("cell: " + setting.replace('_', '.') + " = " + value), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab_id", "world"})
    void refuses_a_missing_text_and_names_it(String setting) {
        assertTrue(refusal(setting, " ").contains("setting " + setting.replace('_', '.')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../cell", ".hidden", "a b", "a/b"})
    void refuses_a_lab_id_that_is_no_file_name(String labId) {
        assertTrue(refusal("lab_id", labId).contains("lab.id = '" + labId + "'"));
    }

    @Test
    void activation_and_self_test_leave_the_world_alone(@TempDir Path folder) throws Exception {
        Path world = folder.resolve("world");
        DropletCell cell = Cells.cell(world, 1);
        cell.selfTest();
        cell.makeSafe();
        assertEquals(-20, Cells.number(cell, "position_x", "mm"));
        assertFalse(Files.exists(world));
    }

    @Test
    void self_test_refuses_a_world_that_is_a_file_and_a_logbook_nobody_can_read(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("world"), "");
        DropletCell lost = Cells.cell(file, 1);
        assertTrue(assertThrows(IllegalStateException.class, lost::selfTest)
                .getMessage()
                .contains(file.toString()));
        Files.writeString(folder.resolve("cell.log"), "somewhere\n");
        DropletCell confused = Cells.cell(folder, 1);
        assertTrue(assertThrows(Exception.class, confused::selfTest)
                .getMessage()
                .contains("its last line is 'somewhere'"));
    }

    private static String refusal(String setting, Object value) {
        Map<String, Object> settings = Cells.with(setting, value, Map.of());
        return assertThrows(IllegalArgumentException.class, () -> new DropletCell(Cells.config(settings)))
                .getMessage();
    }
}
