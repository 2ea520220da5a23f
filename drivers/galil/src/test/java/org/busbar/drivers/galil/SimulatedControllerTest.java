package org.busbar.drivers.galil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedControllerTest {

    private final AtomicReference<Double> time = new AtomicReference<>(0.0);
    private final Carriage carriage = new Carriage(new Carriage.Rail(-10_000, 50_000, 0), 20_000, 20_000);
    private final SimulatedController controller =
            new SimulatedController("DMC4113", 4711, Map.of("X", new SimulatedAxis(carriage, 0, time::get)));

    @Test
    void moves_as_its_registers_say() {
        told("SPX=10000", "ACX=100000", "DCX=100000", "PAX=10000", "BGX");
        assertEquals(" 1.0000\r\n:", controller.answer("MG _BGX"));
        time.set(0.6);
        assertEquals(" 5500.0000\r\n:", controller.answer("TPX"));
        assertEquals(" 143.0000\r\n:", controller.answer("TSX"));
        time.set(1.1);
        assertEquals(" 0.0000\r\n:", controller.answer("MG _BGX"));
        assertEquals(" 1.0000\r\n:", controller.answer("MG _SCX"));
        assertEquals(" 10000.0000\r\n:", controller.answer("MG _TPX"));
    }

    @Test
    void refuses_to_begin_into_a_limit_switch_and_says_why() {
        told("PAX=40000", "BGX");
        time.set(100.0);
        assertEquals(" 7.0000\r\n:", controller.answer("TSX"));
        assertEquals(" 2.0000\r\n:", controller.answer("MG _SCX"));
        told("PAX=41000");
        assertEquals("?", controller.answer("BGX"));
        assertEquals("22 Begin not possible due to Limit Switch\r\n:", controller.answer("TC1"));
        assertEquals("0 \r\n:", controller.answer("TC1"));
        told("PAX=0", "BGX");
    }

    @Test
    void begins_with_its_motor_on_only() {
        told("MOX", "PAX=100");
        assertEquals("?", controller.answer("BGX"));
        assertEquals("20 Begin not valid with motor off\r\n:", controller.answer("TC1"));
        told("SHX", "BGX");
    }

    @ParameterizedTest
    @CsvSource({"bgx, 1", "XX, 1", "BGY, 1", "SPX=-5, 6", "PAX=1.5, 1", "SPX, 1", "'', 1", "MG _QQX, 1"})
    void refuses_what_it_does_not_know(String command, String code) {
        assertEquals("?", controller.answer(command));
        assertTrue(controller.answer("TC1").startsWith(code + " "));
    }

    @Test
    void says_who_it_is() {
        assertEquals("DMC4113 Rev 1.3d\r\n:", controller.answer("\u0012\u0016"));
        assertEquals(" 4711.0000\r\n:", controller.answer("MG _BN"));
    }

    @ParameterizedTest
    @CsvSource({"speed, 0", "axes, Q", "axes, ''", "start, 300000", "homed, 2", "colour, red", "serial, x"})
    void refuses_an_option_and_names_it(String name, String value) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new GalilSimulator().instrument(Map.of(name, value)))
                .getMessage();
        assertTrue(message.contains("option " + name), message);
    }

    private void told(String... commands) {
        for (String command : commands) {
            assertEquals(":", controller.answer(command), command);
        }
    }
}
