package org.busbar.drivers.newerapump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.busbar.api.link.Instrument;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedPumpTest {

    private final AtomicReference<Double> time = new AtomicReference<>(0.0);
    private final SimulatedPump pump = new SimulatedPump("NE1000V3.928", new Plunger(60, 5, 0), "R", time::get);

    @Test
    void tells_once_that_it_was_switched_on_and_does_nothing_else_meanwhile() {
        assertEquals("A?R", pump.answer("DIA 10"));
        assertEquals("S26.59", pump.answer("DIA"));
    }

    @Test
    void pumps_a_volume_pauses_goes_on_and_stops() {
        told("", "VOL ML", "VOL 2.000", "RAT 6.000 MM", "DIR INF", "RUN");
        time.set(10.0);
        assertEquals("II1.000W0.000ML", pump.answer("dis"));
        assertEquals("P", pump.answer("STP"));
        time.set(50.0);
        assertEquals("PI1.000W0.000ML", pump.answer("DIS"));
        assertEquals("I", pump.answer("RUN"));
        time.set(70.0);
        assertEquals("SI2.000W0.000ML", pump.answer("DIS"));
        assertEquals("S?NA", pump.answer("STP"));
    }

    @Test
    void stalls_at_the_end_of_its_syringe() {
        told("", "VOL ML", "VOL 9.000", "RAT 6.000 MM", "RUN");
        time.set(100.0);
        assertEquals("A?S", pump.answer(""));
        assertEquals("SI5.000W0.000ML", pump.answer("DIS"));
    }

    @ParameterizedTest
    @CsvSource({
        "VER, SNE1000V3.928",
        "DIA 99, S?OOR",
        "DIA x, S?",
        "RAT 99.00 MM, S?OOR",
        "RAT 5.0001 MM, S?",
        "RAT 5, S?",
        "VOL 12345, S?",
        "DIR UP, S?",
        "CLD, S?",
        "RUN, S?NA",
        "BUZ 1, S?",
        "'', S",
        "DIR, SINF",
        "VOL, S0.000ML"
    })
    void answers_as_the_manual_says(String command, String answer) {
        pump.answer("");
        assertEquals(answer, pump.answer(command));
    }

    @Test
    void refuses_settings_while_it_pumps() {
        told("", "VOL ML", "VOL 2.000", "RAT 6.000 MM", "RUN");
        for (String command : List.of("VOL 1", "DIR WDR", "CLD INF", "DIA 10", "RAT 9 UM", "RUN")) {
            assertEquals("I?NA", pump.answer(command), command);
        }
        assertEquals("I", pump.answer("RAT 7.000 MM"));
    }

    @Test
    void counts_volumes_in_the_unit_of_the_syringe_and_from_0_again_after_9999() {
        told("", "VOL ML", "VOL 10.00", "RAT 28 MM", "DIR WDR", "RUN");
        time.set(60.0);
        assertEquals("SI0.000W10.00ML", pump.answer("DIS"));
        pump.answer("VOL UL");
        assertEquals("SI0.000W0.000UL", pump.answer("DIS"));
    }

    @Test
    void pumps_on_one_line_answer_to_their_own_address_only() {
        Instrument line = new PumpSimulator().instrument(Map.of("addresses", "0,12", "restarted", "0"));
        assertEquals(List.of("\u000200S\u0003"), heard(line, "00\r"));
        assertEquals(List.of("\u000212S26.59\u0003"), heard(line, "12DIA\r"));
        assertEquals(List.of("\u000200S\u0003"), heard(line, "\r"));
        assertEquals(List.of(), heard(line, "07\r"));
    }

    @Test
    void hears_a_command_in_pieces_and_two_at_once() {
        Instrument line = new PumpSimulator().instrument(Map.of("restarted", "0"));
        assertEquals(List.of(), heard(line, "00DI"));
        assertEquals(List.of("\u000200S26.59\u0003", "\u000200S\u0003"), heard(line, "A\r00\r"));
    }

    @ParameterizedTest
    @CsvSource({
        "speed, 0",
        "speed, fast",
        "addresses, 100",
        "addresses, ''",
        "contents, 61",
        "colour, red",
        "speed, 1e9"
    })
    void refuses_an_option_and_names_it(String name, String value) {
        String message = Assertions.assertThrows(
                        IllegalArgumentException.class, () -> new PumpSimulator().instrument(Map.of(name, value)))
                .getMessage();
        Assertions.assertTrue(message.contains("option " + name), message);
    }

    private void told(String... commands) {
        String going = List.of(commands).contains("DIR WDR") ? "W" : "I";
        for (String command : commands) {
            String answer = pump.answer(command);
            assertEquals(command.isEmpty() ? "A?R" : command.equals("RUN") ? going : "S", answer, command);
        }
    }

    private static List<String> heard(Instrument line, String bytes) {
        List<String> said = new ArrayList<>();
        line.hear(
                bytes.getBytes(StandardCharsets.ISO_8859_1),
                (answer, after) -> said.add(new String(answer, StandardCharsets.ISO_8859_1)));
        return said;
    }
}
