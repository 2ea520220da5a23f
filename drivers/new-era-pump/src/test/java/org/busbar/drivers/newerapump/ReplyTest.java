package org.busbar.drivers.newerapump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @Test
    void reads_status_and_data() throws Exception {
        assertEquals(new Reply("S", "I1.000W0.000ML"), Reply.of("03SI1.000W0.000ML", 3, "03DIS"));
        assertEquals(new Reply("A?S", ""), Reply.of("00A?S", 0, "00"));
        assertTrue(Reply.of("00X", 0, "00").isMoving());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "00", "S", "0S", "00Z", "00A", "00A?", "00A?Q", "00A?S1", "xxS", "00S\u0001", "00s"})
    void refuses_what_is_no_answer_as_garbled(String text) {
        LinkException e = assertThrows(LinkException.class, () -> Reply.of(text, 0, "00DIS"));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
        assertTrue(e.getMessage().contains("'00DIS'"), e.getMessage());
    }

    @Test
    void refuses_the_answer_of_another_pump() {
        LinkException e = assertThrows(LinkException.class, () -> Reply.of("01S", 0, "00DIS"));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
        assertTrue(e.getMessage().startsWith("Pump 01 answered what pump 0 was asked"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "A?S, '', FAULT, stalled",
        "A?R, '', FAULT, lost its power",
        "A?T, '', FAULT, safe mode",
        "A?E, '', FAULT, error in its pumping program",
        "A?O, '', FAULT, phase of its program",
        "S, ?OOR, REFUSED, rate = 99 mL/min is out of the range",
        "I, ?NA, REFUSED, which is pumping",
        "S, ?NA, REFUSED, not possible now",
        "S, ?IGN, REFUSED, ignored",
        "S, ?COM, COMMUNICATION, damaged",
        "S, ?, FIRMWARE, does not know"
    })
    void says_what_an_alarm_or_error_means(String status, String data, Detail detail, String words) {
        DeviceException e =
                assertThrows(DeviceException.class, () -> new Reply(status, data).accepted("rate = 99 mL/min"));
        assertEquals(detail, e.detail());
        assertTrue(e.getMessage().startsWith("rate = 99 mL/min"), e.getMessage());
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }
}
