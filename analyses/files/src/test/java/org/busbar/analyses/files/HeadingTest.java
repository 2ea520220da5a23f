package org.busbar.analyses.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Test Time / s, testtime, s",
                "Test Time / ms, testtime, ms",
                "test_time_millisecond, testtime, ms",
                "cycle_dimensionless, cycle, 1",
                "Test_Time, testtime, ``",
                "Current (A), current, A",
                "I/mA, i, mA",
                "U[V], u, V",
                "Cap. [Ah], cap, A.h",
                "Q charge/mA.h, qcharge, mA.h",
                "Q charge/discharge/mA.h, qcharge/discharge, mA.h",
                "Test (Sec), test, s",
                "Time(h:min:s.ms), time, h:min:s",
                "Temperature/°C, temperature, Cel",
                "Temperature/\ufffdC, temperature, Cel",
                "Current (µA), current, uA",
                "Z' (Ω), z', Ohm",
                "Z''(kOhm), `z\"`, kOhm",
                "Z\"/ohm, `z\"`, Ohm",
                "-Im(Z)/Ohm, -im(z), Ohm",
                "Z'(a), z'(a), ``",
                "dV/dt, dv/dt, ``",
                "ox/red, ox/red, ``",
                "Rec#, rec, ``",
                "~Time[s], time, s",
                "Zreal (ohm.cm2), zreal(ohmcm2), ``",
                "/, /, ``",
                "``, ``, ``"
            })
    void takes_name_and_unit_apart(String raw, String name, String unit) {
        Heading heading = Heading.of(raw);
        assertEquals(name, heading.name());
        assertEquals(unit, heading.unit());
    }

    @Test
    void a_long_text_is_no_heading() {
        assertEquals("", Heading.of("voltage".repeat(100)).name());
    }
}
