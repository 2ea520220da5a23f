package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in Python that know nothing of this lab and behave as the public clients of FINALES2 do. */
class ClientsTest {

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(hasPython(), "there is no python3 on this machine, so the clients in Python cannot be tried");
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }

    private Process start(String program, String... arguments) throws Exception {
        Path script = Path.of(Objects.requireNonNull(getClass().getResource("/clients/" + program))
                .toURI());
        List<String> command = new ArrayList<>(List.of("python3", script.toString(), lab.address()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve(program + ".err").toFile())
                .start();
    }

    private List<String> ended(Process process, String program) throws Exception {
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> lines + " " + errors(program));
        return lines;
    }

    private String errors(String program) {
        try {
            return Files.readString(folder.resolve(program + ".err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void a_tenant_that_logs_in_before_every_call_answers_what_is_pending() throws Exception {
        for (int i = 0; i < 3; i++) {
            lab.ask();
        }
        Process tenant = start("tenant.py", "lab1", "lab1", TestLab.ONE.toString(), "conductivity", "probe_a", "3");
        assertEquals("done: 3", ended(tenant, "tenant.py").get(3));
        assertEquals(3, lab.get("viewer", "/results_requested").size());
        assertEquals(0, lab.get("viewer", "/pending_requests").size());
    }

    @Test
    void an_optimiser_asks_and_gets_its_answer_from_a_tenant() throws Exception {
        Process optimiser = start(
                "optimiser.py", "asker", "asker", TestLab.ASKER.toString().replace("-", ""), "conductivity", "probe_a");
        TestLab.await(() -> lab.broker.open().size() == 1);
        Process tenant = start("tenant.py", "lab2", "lab2", TestLab.TWO.toString(), "conductivity", "probe_a", "1");
        ended(tenant, "tenant.py");
        assertEquals(
                "data: {\"value\": 298.15}", ended(optimiser, "optimiser.py").get(2));
    }
}
