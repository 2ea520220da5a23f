package org.busbar.drivers.methodscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.busbar.api.Series;
import org.busbar.drivers.methodscript.simulator.PotentiostatSimulator;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.links.serve.InstrumentProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver on a serial line, with the simulator in another process at its other end. */
@Timeout(60)
class TerminalTest {

    @TempDir
    Path folder;

    @Test
    void measures_over_a_serial_line_with_the_instrument_in_another_process() throws Exception {
        assumeTrue(InstrumentProcess.canMakeTerminals(), "socat is not installed: sudo apt-get install socat");
        try (InstrumentProcess instrument = InstrumentProcess.terminal(
                        PotentiostatSimulator.class, Map.of("speed", "1000"), folder.resolve("ttyUSB0"));
                LinkRoom room = new LinkRoom()) {
            Potentiostat device = Rig.potentiostat(
                    room.links(Permissions.ALL),
                    instrument.link() + "?baud=230400",
                    Map.of("serial_number", Rig.SERIAL));
            device.selfTest();
            Series current = (Series) Rig.action(device, "cyclic_voltammetry")
                    .perform(Rig.voltammetry(0, 0.4, 0, 0.002, 0.1, 1))
                    .get("current");
            assertEquals(400, current.size());
            device.makeSafe();
            device.close();
        }
    }
}
