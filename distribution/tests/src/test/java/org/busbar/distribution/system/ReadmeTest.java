package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What README.md and the texts it leads to say is so. */
class ReadmeTest {

    private static final Path DRIVER = LabServer.sources().resolve("distribution/examples/driver-balance");

    private static final Pattern NAMED =
            Pattern.compile("`((?:bundles|cnf|distribution|analyses|optimizers|ontology)/[^`<* ]*)`");

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
        try (LabServer server = LabServer.start(lab)) {
            Files.writeString(
                    lab.resolve("devices/balance.json"),
                    "{\"org.example.balance.Balance~balance-1\": {\"lab.id\": \"balance-1\", \"link\": \"sim:balance\"}}");
            LabServer.await(
                    "the missing driver to be told of",
                    () -> server.get("/api/v1/faults").toString().contains("waits for its driver"));
            Path jar = DRIVER.resolve("target/org.example.balance-1.0.0.jar");
            assertTrue(Files.size(jar) <= 10_000, "a driver jar has " + Files.size(jar) + " bytes");
            Files.copy(jar, lab.resolve("plugins/balance.jar"));
            LabServer.await("the balance", () -> server.get("/api/v1/devices/balance-1")
                    .get("state")
                    .stringValue()
                    .equals("IDLE"));
            JsonNode run = server.post("/api/v1/devices/balance-1/actions/weigh?wait=10", "{}");
            assertEquals("COMPLETED", run.get("state").stringValue(), run::toString);
            assertEquals(12.3456, run.at("/outputs/mass/value").doubleValue());
            Files.delete(lab.resolve("plugins/balance.jar"));
            LabServer.await(
                    "the balance to go",
                    () -> !server.get("/api/v1/devices").toString().contains("balance-1"));
        }
    }

    @Test
    void every_command_of_the_readme_works_as_written() throws Exception {
        Manual manual = Manual.of("README.md");
        Path lab = electrolyte();
        try (GuardedServer server = GuardedServer.start(lab);
                Reader reader = new Reader(server, folder)) {
            manual.save(lab);
            int typed = reader.follow(manual);
            assertTrue(typed >= 50, typed + " commands");
        }
        assertTrue(Files.size(folder.resolve("electrolyte.tar.gz")) > 10_000, "the copy of the lab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "distribution/docs/http.md",
                "distribution/docs/broker.md",
                "distribution/docs/security.md",
                "distribution/docs/campaigns.md",
                "distribution/examples/electrolyte/README.md",
                "distribution/examples/python-tenant/README.md"
            })
    void every_command_of_the_other_texts_works_as_written(String text) throws Exception {
        follow(electrolyte(), text);
    }

    @Test
    void every_command_of_the_example_with_two_cells_works_as_written() throws Exception {
        follow(
                LabServer.copy(
                        "droplet-cells",
                        folder.resolve("droplet-cells"),
                        file -> file.replace("\"speedup\": 50", "\"speedup\": 5000")),
                "distribution/examples/droplet-cells/README.md");
    }

    /** The lab of the commands, beside the other examples; fast, but not so fast that nobody could keep up. */
    private Path electrolyte() throws IOException {
        LabServer.copy("python-tenant", folder.resolve("python-tenant"), file -> file);
        return LabServer.copy(
                "electrolyte",
                folder.resolve("electrolyte"),
                file -> file.replace("\"speedup\": 3000", "\"speedup\": 600"));
    }

    private void follow(Path lab, String text) throws Exception {
        Manual manual = Manual.of(text);
        try (GuardedServer server = GuardedServer.start(lab);
                Reader reader = new Reader(server, folder)) {
            reader.follow(whoAsks());
            int typed = reader.follow(manual);
            assertTrue(typed >= 2, typed + " commands in " + text);
        }
    }

    /** How the README says that curl is told who asks. */
    private static Manual whoAsks() throws IOException {
        List<String> commands = Manual.of("README.md").commands().stream()
                .filter(command -> command.endsWith("> data/me)"))
                .toList();
        assertEquals(1, commands.size());
        return new Manual(commands, Map.of());
    }

    @Test
    void the_files_it_names_are_there() throws Exception {
        for (String path : List.of("busbar", "LICENSE", "distribution/bench/run")) {
            assertTrue(Files.exists(LabServer.sources().resolve(path)), path);
        }
        Matcher named = NAMED.matcher(readme());
        int found = 0;
        while (named.find()) {
            found++;
            assertTrue(Files.exists(LabServer.sources().resolve(named.group(1))), named.group(1));
        }
        assertTrue(found >= 10, found + " paths");
        try (Stream<String> lines = readme().lines()) {
            assertTrue(lines.anyMatch(line -> line.equals("    mvn -B verify")), "the test command that CI runs");
        }
    }
}
