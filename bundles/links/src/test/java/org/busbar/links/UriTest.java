package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | is no link",
                "tcp: | is no link",
                "gpib:0 | there are no links gpib:; there are http:, https:, process:, serial:, sim:, tcp:, udp:, usbtmc:",
                "tcp://host | write it as tcp://host:port",
                "tcp://host:99999 | the port 99999 is not from 1 to 65535",
                "tcp://user@host:1 | write it as tcp://host:port",
                "tcp://host:1?timeout | \"timeout\" is no option: write it as name=value",
                "tcp://host:1?timeout=2 | timeout=2 is not a time such as 500ms",
                "tcp://host:1?timeout=0ms | timeout=0ms is not a time",
                "tcp://host:1?timeout=2000min | a day at most",
                "tcp://host:1?timeout=1s&timeout=2s | the option timeout is given more than once",
                "tcp://host:1?timeout=%zz | write %25 for %",
                "tcp://host:1?limit=0 | limit=0 is not a whole number from 1 to 64000000",
                "tcp://host:1?baud=9600 | tcp: has no option baud; it has timeout, gap, settle, limit",
                "serial:/dev/ttyUSB0?baud=fast | baud=fast is not a whole number from 50 to 4000000",
                "serial:/dev/ttyUSB0?parity=some | parity=some is not one of none, odd, even",
                "serial:/dev/ttyUSB0?stop=3 | stop=3 is not a whole number from 1 to 2",
                "serial:/dev/ttyUSB0?speed=9600 | it has timeout, gap, settle, limit, baud, data, parity, stop, flow, dtr, rts",
                "http://user:secret@host/ | without user and password",
                "http:host | write it as http://host:port/base",
            })
    void a_wrong_uri_is_refused_with_what_is_right(String uri, String words) {
        try (Rig rig = new Rig()) {
            String said = assertThrows(IllegalArgumentException.class, () -> rig.open(uri))
                    .getMessage();
            assertTrue(said.contains(words), said);
            assertEquals(List.of(), rig.room.links());
        }
    }

    @Test
    void options_are_read() {
        Options options = new Options(Address.of("sim:pump?timeout=1.5min&gap=20ms&speed=100&name=a%26b+c"));
        Habits habits = Habits.of(options);
        assertEquals(Duration.ofSeconds(90), habits.timeout());
        assertEquals(Duration.ofMillis(20), habits.gap());
        assertEquals(1_000_000, habits.limit());
        assertEquals(Map.of("speed", "100", "name", "a&b+c"), options.rest());
        assertEquals(Map.of("speed", "100", "name", "a&b+c"), options.rest());
    }

    @Test
    void opening_touches_nothing() {
        try (Rig rig = new Rig()) {
            rig.open("serial:/dev/there-is-none");
            rig.open("tcp://no.such.host.invalid:1");
            rig.open("process:/no/such/program?arg=-v&arg=x");
            assertEquals(3, rig.room.links().size());
            assertTrue(rig.room.links().stream().allMatch(line -> line.reason().isEmpty()));
        }
    }

    @Test
    void a_line_is_shared_by_those_with_the_same_options_and_refused_to_others() {
        try (Rig rig = new Rig()) {
            rig.open("serial:/dev/ttyX?baud=19200");
            rig.open("serial:/dev/../dev/ttyX?baud=19200&timeout=5s");
            String said = assertThrows(IllegalArgumentException.class, () -> rig.open("serial:/dev/ttyX?baud=9600"))
                    .getMessage();
            assertTrue(said.contains("baud=19200") && said.contains("baud=9600"), said);
            assertEquals("serial:/dev/ttyX?baud=19200", rig.only().uri());
        }
    }
}
