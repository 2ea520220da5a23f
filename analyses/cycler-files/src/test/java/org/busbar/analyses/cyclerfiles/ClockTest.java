package org.busbar.analyses.cyclerfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.analyses.files.DecimalMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {

    @ParameterizedTest
    @CsvSource({
        "11/20/2024 11:38:52.171, 1732102732.171",
        "20/11/2024 11:38:52, 1732102732",
        "2024-11-20 11:38:52, 1732102732",
        "2024-11-20T11:38:52.5, 1732102732.5",
        "2024-11-20 12:38:52+01:00, 1732102732",
        "2024/11/20 11:38:52, 1732102732",
        "20.11.2024 11:38:52, 1732102732",
        "20-Nov-24 11:38:52 AM, 1732102732",
        "11/20/2024 11:38:52 pm, 1732145932",
        "1732102732.171, 1732102732.171",
        "1732102732171, 1732102732.171",
        "45616.5, 1732104000"
    })
    void reads_the_time(String cell, double seconds) {
        assertEquals(seconds, Clock.of(cell, DecimalMark.POINT).orElseThrow().number(cell), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"12.5", "noon", "11:38:52", "31/31/2024 11:38:52"})
    void refuses_what_is_no_clock_time(String cell) {
        assertTrue(Clock.of(cell, DecimalMark.POINT).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"00:02:42.363, 162.363", "1d 02:03:04, 93784", "1-02:03:04, 93784", "100:00:00, 360000"})
    void reads_durations(String cell, double seconds) {
        assertEquals(seconds, Duration.seconds(cell), 1e-9);
    }

    @Test
    void a_date_is_no_duration() {
        assertTrue(Double.isNaN(Duration.seconds("11/20/2024 11:38:52")));
    }
}
