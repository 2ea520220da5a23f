package org.busbar.drivers.methodscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    private final Settings settings = new Settings("", -1.7, 2, 1e-7, 1e-3, 200_000);

    @Test
    void a_voltammogram_is_one_loop_in_a_window_that_fits_and_ends_with_the_cell_off() throws Exception {
        Measurement cv = new CyclicVoltammetry(settings).measurement(Rig.voltammetry(0, 0.5, -0.5, 0.01, 0.1, 3));
        assertEquals(
                List.of(
                        "var t",
                        "var p",
                        "var c",
                        "set_pgstat_chan 0",
                        "set_pgstat_mode 2",
                        "set_max_bandwidth 50",
                        "set_range ba 1m",
                        "set_autoranging ba 100n 1m",
                        "set_range_minmax da -500m 500m",
                        "set_e 0",
                        "cell_on",
                        "timer_start",
                        "meas_loop_cv p c 0 500m -500m 10m 100m nscans(3)",
                        "timer_get t",
                        "pck_start",
                        "pck_add t",
                        "pck_add p",
                        "pck_add c",
                        "pck_end",
                        "endloop",
                        "on_finished:",
                        "cell_off"),
                cv.script());
        assertTrue(cv.pause().toSeconds() >= 5);
    }

    @Test
    void the_open_circuit_potential_is_measured_with_the_cell_off() throws Exception {
        List<String> script = new OpenCircuitPotential(settings)
                .measurement(Rig.openCircuit(2.1, 0.1))
                .script();
        assertTrue(script.contains("meas_loop_ocp p 100m 2100m") && script.indexOf("cell_off") < 10, script.toString());
        assertTrue(!script.contains("cell_on"), script.toString());
    }

    @Test
    void a_spectrum_has_as_many_points_a_decade_as_asked_for_and_time_for_the_slowest() throws Exception {
        Measurement eis = new ImpedanceSpectroscopy(settings).measurement(Rig.impedance(0.2, 0.01, 1e5, 0.1, 5));
        assertTrue(
                eis.script().contains("meas_loop_eis f r j 10m 100k 100m 31i 200m"),
                eis.script().toString());
        assertTrue(eis.script().contains("set_pgstat_mode 3"));
        assertTrue(
                eis.pause().compareTo(Duration.ofSeconds(60)) > 0, eis.pause().toString());
    }

    @Test
    void expected_durations_follow_from_the_inputs() {
        assertEquals(
                Duration.ofSeconds(60),
                new CyclicVoltammetry(settings).action().expected(Rig.voltammetry(0, 0.5, -0.5, 0.01, 0.1, 3)));
        assertEquals(
                Duration.ofSeconds(30),
                new Chronoamperometry(settings).action().expected(Rig.chronoamperometry(0, 30, 1)));
        Duration spectrum = new ImpedanceSpectroscopy(settings).action().expected(Rig.impedance(0, 0.01, 10, 1, 1));
        assertEquals(0.3 + 0.3 + 0.3 + 3, spectrum.toMillis() / 1e3, 1e-3);
    }

    @Test
    void inputs_that_do_not_go_together_are_refused_with_what_to_do() {
        refused(new CyclicVoltammetry(settings), Rig.voltammetry(0, 0.5, -0.5, 1e-4, 5, 1), "larger step");
        refused(new CyclicVoltammetry(settings), Rig.voltammetry(0, 0, 0, 0.01, 0.1, 1), "0 points");
        refused(new Chronoamperometry(settings), Rig.chronoamperometry(0, 86_400, 0.01), "8640000 points");
        refused(new ImpedanceSpectroscopy(settings), Rig.impedance(0, 0.01, 10, 10, 5), "not below frequency_max");
    }

    private static void refused(Technique technique, Values inputs, String part) {
        String message = assertThrows(DeviceException.class, () -> technique.measurement(inputs))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @ParameterizedTest
    @CsvSource({
        "potential_min, -11",
        "potential_max, 11",
        "potential_min, 2",
        "current_min, 0",
        "current_max, 1e-9",
        "frequency_max, NaN"
    })
    void a_setting_out_of_its_range_is_named(String name, double value) {
        try (LinkRoom room = new LinkRoom()) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> Rig.potentiostat(
                                    room.links(Permissions.ALL), "sim:methodscript", Map.of(name, value)))
                    .getMessage();
            assertTrue(message.contains(name + " = " + value), message);
        }
    }
}
