package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What {@code busbar new} writes passes its tests, is put to work while a lab runs, works, and is taken out again. */
class ScaffoldTest {

    /** What is begun, by kind. */
    private static final Map<String, String> BEGUN =
            Map.of("driver", "my-pump", "analysis", "my-fit", "optimizer", "my-search", "mapping", "my-table");

    private static final String QUICK = "-XX:TieredStopAtLevel=1"; // no program here lives for long

    @TempDir
    static Path folder;

    private static Path lab;
    private static LabServer server;

    @BeforeAll
    static void begin() throws Exception {
        lab = Files.createDirectories(folder.resolve("lab"));
        Files.createDirectories(lab.resolve("devices"));
        for (Map.Entry<String, String> plugin : BEGUN.entrySet()) {
            busbar("new", plugin.getKey(), plugin.getValue());
        }
        build(LocalRepository.in(folder.resolve("repository")));
        server = LabServer.start(lab);
    }

    /** All at once, which is quicker; each is a project of its own all the same. */
    private static void build(LocalRepository repository) throws Exception {
        String modules = BEGUN.values().stream()
                .map(name -> "<module>" + name + "</module>")
                .collect(Collectors.joining());
        Files.writeString(
                lab.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>all</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>" + modules + "</modules></project>");
        run(repository.maven("-T2", "-DargLine=" + QUICK, "package"));
    }

    @AfterAll
    static void end() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static String busbar(String... words) throws Exception {
        return run(
                Stream.concat(Stream.of(LabServer.home().resolve("bin/busbar").toString()), Stream.of(words))
                        .toList());
    }

    /** @return what it has said */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(lab.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_OPTS", QUICK);
        environment.put("XDG_CONFIG_HOME", folder.toString());
        environment.remove("BUSBAR_TOKEN");
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), () -> command + ": " + text(said));
        return text(said);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void a_driver_is_put_to_work_and_its_device_acts() throws Exception {
        busbar("plugin", "install", "my-pump", "--yes");
        LabServer.await("the device to be ready", () -> state("my-pump-1").equals("IDLE"));
        JsonNode run = server.post("/api/v1/devices/my-pump-1/actions/go?wait=10", "{\"level\": \"20 %\"}");
        assertEquals("COMPLETED", run.get("state").stringValue(), run::toString);
        JsonNode level = server.post("/api/v1/devices/my-pump-1/actions/level?wait=10", "{}");
        assertEquals(20, level.at("/outputs/level/value").doubleValue(), level::toString);
        tryTheCommandsOfTheGuide();
        busbar("plugin", "remove", "my-pump");
        LabServer.await("the device to go", () -> !List.of("IDLE", "BUSY").contains(state("my-pump-1")));
    }

    private static void tryTheCommandsOfTheGuide() throws Exception {
        List<String> typed = Manual.of("distribution/docs/drivers.md").commands().stream()
                .filter(command -> command.matches("busbar (link|device) .*"))
                .toList();
        assertTrue(typed.size() >= 5, typed::toString);
        for (String command : typed) {
            run(List.of("sh", "-c", LabServer.home().resolve("bin") + "/" + command));
        }
    }

    private static String state(String device) throws Exception {
        for (JsonNode station : server.get("/api/v1/devices")) {
            if (station.get("id").stringValue().equals(device)) {
                return station.get("state").stringValue();
            }
        }
        return "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-fit", "my-search", "my-table"})
    void what_needs_no_device_is_put_to_work(String name) throws Exception {
        busbar("plugin", "install", name, "--yes");
        LabServer.await(name, () -> offers(name).equals(List.of(name)));
        busbar("plugin", "remove", name);
        LabServer.await(name + " to go", () -> offers(name).isEmpty());
    }

    private static List<String> offers(String bundle) throws Exception {
        for (JsonNode plugin : server.get("/api/v1/plugins")) {
            if (plugin.get("bundle").stringValue().equals(bundle)) {
                return plugin.get("offers")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList();
            }
        }
        return List.of();
    }

    @Test
    void a_jar_needs_the_api_and_nothing_else() throws Exception {
        for (String name : BEGUN.values()) {
            for (String imported : imports(lab.resolve(name + "/target/" + name + "-1.0.0-SNAPSHOT.jar"))) {
                assertTrue(imported.startsWith("org.busbar.api"), name + " needs " + imported);
            }
        }
    }

    private static List<String> imports(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String header = file.getManifest().getMainAttributes().getValue("Import-Package");
            return List.of(
                    header.replaceAll("\"[^\"]*\"", "").replaceAll(";[^,]*", "").split(","));
        }
    }
}
