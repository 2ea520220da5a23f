package org.busbar.drivers.methodscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @Test
    void a_package_has_values_with_their_types_and_status() throws Exception {
        assertEquals(
                List.of(new Reading("da", -0.5, 0), new Reading("ba", 2.048e-6, 2)),
                Reading.line("Pda7FFFE0Cm;ba8000800n,12,20A"));
    }

    @Test
    void metadata_without_a_status_is_skipped() throws Exception {
        assertEquals(0, Reading.line("Pba8000800n,20A,41").get(0).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P", "Pda7FFFE0C", "Pda7FFFE0Cm;", "Pda7FFFE0CmPda7FFFE0Cm", "Pd\u00e17FFFE0Cm", "Pda7FFGE0Cm"})
    void a_damaged_package_is_garbled(String line) {
        LinkException no = assertThrows(LinkException.class, () -> Reading.line(line));
        assertEquals(LinkException.Kind.GARBLED, no.kind());
        assertTrue(no.getMessage().contains(line), no.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "0, GOOD",
        "4, UNDERLOAD",
        "8, NEAR_OVERLOAD",
        "1, TIMING_ERROR",
        "2, OVERLOAD",
        "15, OVERLOAD",
        "5, TIMING_ERROR"
    })
    void the_quality_is_the_worst_that_was_said(int status, Quality quality) {
        Reading good = new Reading("ba", 1, 0);
        assertEquals(quality, Quality.of(List.of(List.of(good, good), List.of(good, new Reading("ba", 1, status)))));
    }

    @Test
    void a_missing_number_is_refused_with_its_place() {
        Table table = new Table(List.of(List.of(new Reading("ba", 1, 0)), List.of(new Reading("ba", Double.NaN, 0))));
        String message = assertThrows(DeviceException.class, () -> table.column(0, "A", List.of("ba")))
                .getMessage();
        assertTrue(message.contains("point 2 of 2"), message);
    }

    @Test
    void a_value_of_another_type_is_garbled() {
        Table table = new Table(List.of(List.of(new Reading("ba", 1, 0))));
        assertThrows(LinkException.class, () -> table.column(0, "V", List.of("ab", "da")));
        assertThrows(LinkException.class, () -> table.column(1, "A", List.of("ba")));
    }

    @Test
    void an_error_is_told_with_its_place_and_meaning() {
        assertEquals(
                "error 0x4001 at Line 3, Col 1: it does not know a command of the script; its firmware may be too old",
                InstrumentError.in("e!4001: Line 3, Col 1").orElseThrow().toString());
        assertEquals(0x0006, InstrumentError.in("Z!0006").orElseThrow().code());
        assertEquals(0x0032, InstrumentError.in("!0032: Line 12").orElseThrow().code());
        assertTrue(InstrumentError.in("Pda7FFFE0Cm").isEmpty());
        assertTrue(InstrumentError.in("!12").isEmpty());
    }
}
