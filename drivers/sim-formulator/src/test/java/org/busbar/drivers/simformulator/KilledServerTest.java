package org.busbar.drivers.simformulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server process that is killed while it doses. */
class KilledServerTest {

    @TempDir
    Path world;

    /** The server: begins a formulation that takes minutes. */
    public static void main(String... arguments) throws Exception {
        Settled.formulator("formulator", Path.of(arguments[0]), 1)
                .actions()
                .get(0)
                .perform(Settled.request(0.5, 1, 5));
    }

    @Test
    @Timeout(60)
    void leaves_a_begin_without_an_end_and_an_id_that_is_not_used_again() throws Exception {
        kill(start());
        List<String> log = Files.readAllLines(log());
        assertEquals(1, log.size(), log.toString());
        assertTrue(log.get(0).contains(" begin formulate sample=formulator-1 "), log.toString());
        Formulator next = Settled.formulator("formulator", world, 1e7);
        assertEquals(
                "formulator-2",
                next.actions()
                        .get(0)
                        .perform(Settled.request(0.5, 1, 5))
                        .get("sample")
                        .toString());
        assertTrue(Files.notExists(world.resolve("samples/formulator-1.json")));
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServerTest.class.getName(),
                        world.toString())
                .inheritIO()
                .start();
    }

    private void kill(Process server) throws Exception {
        while (server.isAlive() && (Files.notExists(log()) || Files.size(log()) == 0)) {
            Thread.sleep(20);
        }
        server.destroyForcibly();
        assertTrue(server.waitFor(10, TimeUnit.SECONDS));
    }

    private Path log() {
        return world.resolve("formulator.log");
    }
}
