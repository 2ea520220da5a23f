package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A lab with a syringe pump in another process behind a serial line, and a person, as their users meet them. */
class LinkTest {

    private static final String DISPENSE = "/api/v1/devices/pump/actions/dispense?wait=20";
    private static final String ONE_ML = "{\"volume\": \"1 mL\", \"rate\": \"10 mL/min\"}";

    @TempDir
    Path folder;

    private Path lab;
    private Path port;
    private Process line;
    private Process instrument;
    private LabServer server;

    @BeforeEach
    void start() throws Exception {
        port = folder.resolve("port");
        plugIn();
        lab = Files.createDirectories(folder.resolve("lab"));
        device(
                "pump",
                "{\"org.busbar.drivers.newerapump.SyringePump~pump\": {\"lab.id\": \"pump\", \"link\": \"serial:" + port
                        + "?baud=19200\", \"syringe.diameter\": 26.59, \"syringe.volume\": 60}}");
        device(
                "bea",
                "{\"org.busbar.drivers.person.Person~bea\": {\"lab.id\": \"bea\","
                        + " \"description\": \"${lab}/devices/bea.yaml\"}}");
        Files.writeString(
                lab.resolve("devices/bea.yaml"),
                """
                instrument: Bea
                identity: none
                safe: []
                actions:
                  look:
                    takes: {shelf: {choices: [upper, lower]}}
                    gives: {look: {choices: [clear, cloudy]}}
                    lasting: 1 min
                    does: [{ask: "Look at the {shelf} shelf.", form: [look]}]
                """);
        server = LabServer.start(lab);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        unplug();
    }

    private void device(String name, String settings) throws IOException {
        Path devices = Files.createDirectories(lab.resolve("devices"));
        Files.writeString(devices.resolve(name + ".json"), settings);
    }

    /** A pair of terminals, and the simulated pump at its far end. */
    private void plugIn() throws Exception {
        Path far = folder.resolve("far");
        line = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + far, "pty,raw,echo=0,link=" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("socat.log").toFile())
                .start();
        LabServer.await("the line", () -> Files.exists(far) && Files.exists(port));
        instrument = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        String.join(java.io.File.pathSeparator, jars()),
                        "org.busbar.links.serve.InstrumentCommand",
                        "--pty",
                        far.toRealPath().toString(),
                        "--simulator",
                        "org.busbar.drivers.newerapump.PumpSimulator",
                        "--option",
                        "speed=10")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("instrument.log").toFile())
                .start();
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> bundles = Files.list(LabServer.home().resolve("bundle"));
                Stream<Path> plugins = Files.list(LabServer.home().resolve("plugins"));
                Stream<Path> lib = Files.list(LabServer.home().resolve("lib"))) {
            return Stream.of(bundles, plugins, lib)
                    .flatMap(jars -> jars)
                    .map(Path::toString)
                    .filter(jar ->
                            jar.matches(".*/(org\\.busbar\\.(api|links|drivers\\.new-era-pump)|slf4j-api)-.*jar"))
                    .toList();
        }
    }

    private void unplug() throws InterruptedException {
        for (Process process : new Process[] {instrument, line}) {
            process.destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        }
    }

    private void await(String state) throws Exception {
        LabServer.await("the pump to be " + state + " and not " + pump(), () -> pump().equals(state));
    }

    private String pump() throws Exception {
        for (JsonNode device : server.get("/api/v1/devices")) {
            if (device.get("id").stringValue().equals("pump")) {
                return device.get("state").stringValue();
            }
        }
        return "missing";
    }

    @Test
    void a_plug_that_is_pulled_and_put_back_needs_nobody() throws Exception {
        await("IDLE");
        assertEquals("COMPLETED", server.post(DISPENSE, ONE_ML).get("state").stringValue());
        unplug();
        await("OFFLINE");
        JsonNode waiting = server.post("/api/v1/devices/pump/actions/dispense", ONE_ML);
        plugIn();
        await("IDLE");
        String run = "/api/v1/runs/" + waiting.get("id").stringValue();
        LabServer.await(
                "the run that waited",
                () -> server.get(run).get("state").stringValue().equals("COMPLETED"));
        JsonNode link = server.get("/api/v1/links").get(0);
        assertTrue(link.get("connections").intValue() >= 2, link::toString);
    }

    @Test
    void what_is_configured_wrongly_is_seen_with_the_reason() throws Exception {
        device(
                "wide",
                "{\"org.busbar.drivers.newerapump.SyringePump~wide\": {\"lab.id\": \"wide\", \"link\": \"sim:x\","
                        + " \"syringe.diameter\": \"wide\", \"syringe.volume\": 60}}");
        device("nobody", "{\"org.nobody.Thing~thing\": {\"lab.id\": \"thing\"}}");
        LabServer.await("both devices", () -> {
            String devices = server.get("/api/v1/devices").toString();
            return devices.contains("\"wide\"") && devices.contains("\"thing\"");
        });
        for (JsonNode device : server.get("/api/v1/devices")) {
            if (device.get("id").stringValue().equals("wide")) {
                assertEquals("CONFIGURATION", device.get("code").stringValue());
                assertTrue(device.get("detail").stringValue().contains("a number is wanted"), device::toString);
            } else if (device.get("id").stringValue().equals("thing")) {
                assertEquals("DRIVER_MISSING", device.get("state").stringValue());
            }
        }
    }

    @Test
    void a_person_is_a_device_and_is_asked() throws Exception {
        LabServer.await("Bea", () -> server.get("/api/v1/devices").toString().contains("\"bea\""));
        String run = server.post("/api/v1/devices/bea/actions/look", "{\"shelf\": \"upper\"}")
                .get("id")
                .stringValue();
        LabServer.await("the question", () -> server.get("/api/v1/inquiries").size() == 1);
        JsonNode asked = server.get("/api/v1/inquiries").get(0);
        assertEquals("Look at the upper shelf.", asked.get("text").stringValue());
        server.post(
                "/api/v1/runs/" + run + "/steps/look/settle",
                "{\"by\": \"bea\", \"happened\": {\"look\": \"cloudy\"}}");
        JsonNode done = LabServer.await("the run", () -> {
            JsonNode now = server.get("/api/v1/runs/" + run);
            return now.get("state").stringValue().equals("COMPLETED") ? now : null;
        });
        assertEquals("cloudy", done.at("/outputs/look").asString(""), done::toString);
    }
}
