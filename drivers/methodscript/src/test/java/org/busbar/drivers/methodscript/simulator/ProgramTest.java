package org.busbar.drivers.methodscript.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.Instrument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class ProgramTest {

    private final PotentiostatSimulator simulator = new PotentiostatSimulator();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private void tell(Instrument instrument, String text) {
        instrument.hear(
                text.getBytes(StandardCharsets.ISO_8859_1),
                (bytes, after) ->
                        said.addAll(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)"))));
    }

    private String next() throws InterruptedException {
        return String.valueOf(said.poll(10, TimeUnit.SECONDS)).replaceFirst("\n$", "");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, 4001",
        "set_e, 4004",
        "set_e 5x, 4004",
        "set_e 1 2, 4004",
        "pck_add q, 420B",
        "endloop, 4018",
        "meas_loop_ocp v 1 1, 4018"
    })
    void a_wrong_line_is_named(String line, String code) {
        ScriptError no = assertThrows(ScriptError.class, () -> Program.of(List.of("var v", line)));
        assertTrue(no.said().startsWith("!" + code + ": Line 2"), no.said());
    }

    @Test
    void comments_do_not_count_and_lines_do() throws Exception {
        Program program = Program.of(List.of("# what it is", "var v", "set_e 1 # volt", "on_finished:", "cell_off"));
        assertEquals(2, program.finish());
        assertEquals(3, program.commands().get(1).line());
    }

    @Test
    void an_error_at_work_leaves_the_cell_on_as_the_instrument_does() throws Exception {
        Instrument instrument = simulator.instrument(Map.of("speed", "1000000"));
        tell(instrument, "e\nset_pgstat_mode 2\nset_e 0\ncell_on\nset_e 5\non_finished:\ncell_off\n\n");
        assertEquals("e", next());
        assertEquals("!000F: Line 4", next());
        assertEquals("", next());
        tell(instrument, "e\nvar p\nmeas_loop_ocp p 1 1\nendloop\n\n");
        assertEquals("e", next());
        assertEquals("!0014: Line 2", next(), "the cell is still on");
    }

    @Test
    void variables_packages_and_scans_are_said_as_the_instrument_does() throws Exception {
        Instrument instrument = simulator.instrument(Map.of("speed", "1000000", "noise", "0"));
        tell(
                instrument,
                "e\nvar p\nvar c\nvar n\nstore_var n 2i ja\nadd_var n 1\nset_pgstat_mode 2\nset_e 0\ncell_on\n"
                        + "meas_loop_cv p c 0 100m -100m 100m 1 nscans(2)\npck_start\npck_add n\npck_add p\npck_end\nendloop\n\n");
        String all = "";
        for (String line = next(); !line.isEmpty(); line = next()) {
            all += line + " ";
        }
        String scan = "(Pja8[^;]+;da[^ ]+ ){4}- ";
        assertTrue(all.matches("e M0005 C0000 " + scan + "C0001 " + scan + "[*] "), all);
    }

    @Test
    void an_unknown_option_is_refused_with_those_there_are() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> simulator.instrument(Map.of("colour", "red")))
                .getMessage();
        assertTrue(message.contains("colour") && message.contains("resistance"), message);
        assertThrows(IllegalArgumentException.class, () -> simulator.instrument(Map.of("speed", "0")));
        assertThrows(IllegalArgumentException.class, () -> simulator.instrument(Map.of("area", "big")));
    }
}
