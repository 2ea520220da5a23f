package org.busbar.drivers.methodscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Series;
import org.busbar.drivers.methodscript.simulator.PotentiostatSimulator;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.links.serve.InstrumentCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver on a real serial line, a pair of terminals, with the simulator in another process at its other end. */
@Timeout(60)
class TerminalTest {

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private void start(String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + processes.size()).toFile())
                .start());
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("which", program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private void await(Path path) throws InterruptedException {
        for (int i = 0; i < 500 && !Files.exists(path); i++) {
            Thread.sleep(20);
        }
        assertTrue(Files.exists(path), path + " is not there");
    }

    private void awaitServing() throws IOException, InterruptedException {
        for (int i = 0; i < 500 && !Files.readString(folder.resolve("log-1")).contains("serving"); i++) {
            Thread.sleep(20);
        }
        assertTrue(Files.readString(folder.resolve("log-1")).contains("serving"));
    }

    @Test
    void measures_over_a_serial_line_with_the_instrument_in_another_process() throws Exception {
        assumeTrue(isThere("socat"), "socat is not installed: apt install socat");
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        start("socat", "pty,raw,echo=0,link=" + here, "pty,raw,echo=0,link=" + there);
        await(here);
        await(there);
        start(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InstrumentCommand.class.getName(),
                "--pty",
                there.toString(),
                "--simulator",
                PotentiostatSimulator.class.getName(),
                "--option",
                "speed=1000");
        awaitServing();
        try (LinkRoom room = new LinkRoom()) {
            Potentiostat device = Rig.potentiostat(
                    room.links(Permissions.ALL),
                    "serial:" + here + "?baud=230400",
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
