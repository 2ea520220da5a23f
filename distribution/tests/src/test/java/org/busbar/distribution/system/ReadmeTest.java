package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What README.md says is so. */
class ReadmeTest {

    private static final Path DRIVER = LabServer.sources().resolve("distribution/examples/driver-balance");

    @TempDir
    Path folder;

    private static String readme() throws IOException {
        return Files.readString(LabServer.sources().resolve("README.md"));
    }

    @Test
    void the_driver_in_the_readme_is_the_one_that_is_built() throws Exception {
        String readme = readme();
        int begin = readme.indexOf("```java\n") + "```java\n".length();
        String shown = readme.substring(begin, readme.indexOf("```", begin)).strip();
        String source = Files.readString(DRIVER.resolve("src/main/java/org/example/balance/Balance.java"));
        assertEquals(source.substring(source.indexOf("/** A balance")).strip(), shown);
        long lines = shown.lines()
                .filter(line -> !line.isBlank()
                        && !line.strip().startsWith("//")
                        && !line.strip().startsWith("/**"))
                .count();
        assertTrue(lines <= 40, "a complete driver has " + lines + " code lines");
    }

    @Test
    void the_driver_is_dropped_into_a_running_lab_and_weighs() throws Exception {
        Path lab = LabServer.exampleLab(folder, 3000, 40);
        try (LabServer server = LabServer.start(lab);
                ServerSocket balance = new ServerSocket(0)) {
            Thread thread = new Thread(() -> weigh(balance));
            thread.setDaemon(true);
            thread.start();
            Files.writeString(
                    lab.resolve("devices/balance.json"),
                    "{\"org.example.balance.Balance~balance-1\": {\"lab.id\": \"balance-1\", \"port\": "
                            + balance.getLocalPort() + "}}");
            LabServer.await(
                    "the missing driver to be told of",
                    () -> server.get("/api/v1/faults").toString().contains("waits for its driver"));
            Path jar = DRIVER.resolve("target/org.example.balance-1.0.0.jar");
            assertTrue(Files.size(jar) <= 10_000, "a driver jar has " + Files.size(jar) + " bytes");
            Files.copy(jar, lab.resolve("plugins/balance.jar"));
            LabServer.await(
                    "the balance",
                    () -> server.get("/api/v1/devices").toString().contains("balance-1"));
            JsonNode run = server.post("/api/v1/devices/balance-1/actions/weigh?wait=10", "{}");
            assertEquals("COMPLETED", run.get("state").stringValue(), run::toString);
            assertEquals(12.3456, run.at("/outputs/mass/value").doubleValue());
            Files.delete(lab.resolve("plugins/balance.jar"));
            LabServer.await(
                    "the balance to go",
                    () -> !server.get("/api/v1/devices").toString().contains("balance-1"));
        }
    }

    private static void weigh(ServerSocket balance) {
        while (!balance.isClosed()) {
            try (Socket socket = balance.accept()) {
                socket.getInputStream().readNBytes(3);
                socket.getOutputStream().write("S S     12.3456 g\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return; // the test has closed it
            }
        }
    }

    @Test
    void every_curl_line_works() throws Exception {
        assumeTrue(!shell("curl --version").isBlank(), "skipped: there is no curl on the PATH");
        Path lab = LabServer.exampleLab(folder, 3000, 40);
        List<String> lines = readme().replace("\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl ") && !line.contains("<run>"))
                .toList();
        assertTrue(lines.size() >= 8, lines::toString);
        try (LabServer server = LabServer.start(lab)) {
            String host = server.url().replace("http://", "");
            LabServer.await("the devices", () -> server.get("/api/v1/devices").size() == 4);
            for (String line : lines) {
                // an event stream has no end
                String command = line.replace("localhost:8181", host).replace("curl -N", "curl -N --max-time 1");
                String answer = shell(command);
                assertFalse(answer.contains("urn:busbar:problem"), line + "\n" + answer);
                assertFalse(answer.isBlank(), line);
                if (line.contains("\"plan\"")) {
                    LabServer.await("the first trial", () -> server.get("/api/v1/campaigns/electrolyte-1")
                            .toString()
                            .contains("DONE"));
                }
            }
        }
    }

    private String shell(String command) throws Exception {
        Path out = folder.resolve("curl.out");
        Process process = new ProcessBuilder("sh", "-c", command.replaceFirst("curl ", "curl -s "))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), command);
        return Files.readString(out);
    }

    @Test
    void the_files_it_names_are_there() throws Exception {
        for (String path :
                List.of("busbar", "LICENSE", "distribution/bench/run", "cnf/decisions/0009-dependencies.md")) {
            assertTrue(Files.exists(LabServer.sources().resolve(path)), path);
        }
        try (Stream<String> lines = readme().lines()) {
            assertTrue(lines.anyMatch(line -> line.equals("    mvn -B verify")), "the test command that CI runs");
        }
    }
}
